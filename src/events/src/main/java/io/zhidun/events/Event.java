package io.zhidun.events;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a source said, normalised: field values as slices of byte arrays, addressed by the numbers
 * of {@link FieldNames}. A carrier that is cleared and filled again for every record, so that an
 * event costs no allocation; it belongs to one thread and is not kept by whoever is handed it.
 *
 * <p>A field may have several values; they are chained in order of arrival. Values whose name no
 * format or rule uses are kept apart as extras, for output only.
 */
public final class Event {
  /** Most values one event may have; more are dropped by whoever fills it, and counted. */
  public static final int MAX_VALUES = 4096;

  /** Ints a slot takes in {@link #slots}: what a value needs lies in one cache line. */
  private static final int SLOT = 4;

  private static final int FROM = 1;
  private static final int TO = 2;
  private static final int NEXT = 3;

  /** Bits of a slot's first int below the field's number: the type and two marks. */
  private static final int TYPE_BITS = 5;

  private static final int CONSTANT = 8;

  /** Marks a value that is ASCII without escapes by number. */
  static final int PLAIN = 16;

  /** Ints a field takes in {@link #index}: stamp, first and last slot. */
  private static final int ENTRY = 4;

  private static final int FIRST = 1;
  private static final int LAST = 2;

  private static final byte[] NOTHING = {};

  private int size;

  /** Hash of the fields in their order and of the constants, kept while values are added. */
  private int shape;

  private int[] slots = new int[64 * SLOT];
  private byte[][] data = new byte[64][];

  /** By field number: first and last slot, valid where the stamp equals {@link #stamp}. */
  private int[] index = new int[256 * ENTRY];

  private int stamp = 1;

  /** The text that {@link #text} told of; empty if none. */
  private byte[] text = NOTHING;

  private int textStart;
  private int textEnd;
  private int textFirst;
  private int textLast;

  private int extraCount;
  private String[] extraNames = new String[8];
  private int[] extraSlots = new int[8];

  private long timeMicros;
  private long receivedMicros;
  private String source = "";
  private String dataset = "";
  private long epoch;
  private long sequence;
  private LogSource logSource = LogSource.ANY;

  /** Forgets every value; the header stays until {@link #header} sets it anew. */
  public void clear() {
    Arrays.fill(data, 0, size, null);
    size = 0;
    shape = 0;
    extraCount = 0;
    text = NOTHING;
    textFirst = 0;
    textLast = 0;
    if (++stamp == 0) {
      Arrays.fill(index, 0);
      stamp = 1;
    }
    logSource = LogSource.ANY;
    timeMicros = 0;
  }

  /** Takes over origin and receive time of the record that this event is made from. */
  public void header(RawRecord raw) {
    source = raw.source();
    dataset = raw.dataset();
    epoch = raw.epoch();
    sequence = raw.sequence();
    receivedMicros = raw.receivedMicros();
  }

  /** Adds one value of a field. Beyond {@link #MAX_VALUES} nothing is added and false returned. */
  public boolean put(int field, byte type, byte[] bytes, int start, int end) {
    return put(field, (int) type, bytes, start, end);
  }

  /**
   * Adds a text that whoever puts it holds once for all events and never changes. That lets a
   * writer know it again by the array alone.
   */
  public boolean putConstant(int field, byte[] text) {
    return put(field, ValueType.TEXT | CONSTANT, text, 0, text.length);
  }

  /** The same with marks beside the type. */
  boolean put(int field, int kind, byte[] bytes, int start, int end) {
    if (size == MAX_VALUES) {
      return false;
    }
    int slot = append(field, kind, bytes, start, end);
    int entry = field * ENTRY;
    if (entry >= index.length) {
      index = Arrays.copyOf(index, Math.max(entry + ENTRY, index.length * 2));
    }
    if (index[entry] == stamp) {
      slots[index[entry + LAST] * SLOT + NEXT] = slot;
    } else {
      index[entry] = stamp;
      index[entry + FIRST] = slot;
    }
    index[entry + LAST] = slot;
    return true;
  }

  public boolean put(int field, byte type, byte[] bytes) {
    return put(field, type, bytes, 0, bytes.length);
  }

  public boolean put(int field, String text) {
    return put(field, ValueType.TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a value under a name that no rule uses; it is written out but cannot be matched. */
  public boolean putExtra(String name, byte type, byte[] bytes, int start, int end) {
    return putExtra(name, (int) type, bytes, start, end);
  }

  /** The same with marks beside the type. */
  boolean putExtra(String name, int kind, byte[] bytes, int start, int end) {
    if (size == MAX_VALUES) {
      return false;
    }
    int slot = append(-1, kind, bytes, start, end);
    if (extraCount == extraNames.length) {
      extraNames = Arrays.copyOf(extraNames, extraCount * 2);
      extraSlots = Arrays.copyOf(extraSlots, extraCount * 2);
    }
    extraNames[extraCount] = name;
    extraSlots[extraCount++] = slot;
    return true;
  }

  private int append(int field, int kind, byte[] bytes, int start, int end) {
    if (size == data.length) {
      data = Arrays.copyOf(data, size * 2);
      slots = Arrays.copyOf(slots, size * 2 * SLOT);
    }
    int slot = size++;
    data[slot] = bytes;
    int at = slot * SLOT;
    slots[at] = field << TYPE_BITS | kind;
    shape = 31 * shape + field;
    if ((kind & CONSTANT) != 0) {
      shape = 31 * shape + System.identityHashCode(bytes);
    }
    slots[at + FROM] = start;
    slots[at + TO] = end;
    slots[at + NEXT] = -1;
    return slot;
  }

  /**
   * Says that the slots from {@code first} on hold values that lie one after the other in {@code
   * bytes[start, end)}. So a reader may look for a word there instead of in one value after the
   * other.
   */
  public void text(int first, byte[] bytes, int start, int end) {
    text = bytes;
    textStart = start;
    textEnd = end;
    textFirst = first;
    textLast = size;
  }

  /** The bytes that {@link #text(int, byte[], int, int)} told of; empty if it told of none. */
  public byte[] text() {
    return text;
  }

  public int textStart() {
    return textStart;
  }

  public int textEnd() {
    return textEnd;
  }

  /** First of the slots whose values lie in the text. */
  public int textFirst() {
    return textFirst;
  }

  /** The slot after the last whose value lies in the text. */
  public int textLast() {
    return textLast;
  }

  /** Whether a slot's value is known to be ASCII without escapes by number. */
  public boolean isPlain(int slot) {
    return (slots[slot * SLOT] & PLAIN) != 0;
  }

  /** Number of slots in use, extras included. */
  public int size() {
    return size;
  }

  /** First slot of a field, or -1. */
  public int first(int field) {
    int entry = field * ENTRY;
    return entry < index.length && index[entry] == stamp ? index[entry + FIRST] : -1;
  }

  /** The next slot of the same field, or -1. */
  public int next(int slot) {
    return slots[slot * SLOT + NEXT];
  }

  /** Field number of a slot; -1 for an extra. */
  public int field(int slot) {
    return slots[slot * SLOT] >> TYPE_BITS;
  }

  public byte type(int slot) {
    return (byte) (slots[slot * SLOT] & CONSTANT - 1);
  }

  /** Whether a slot's value is the whole of an array that stays the same for all events. */
  boolean isConstant(int slot) {
    return (slots[slot * SLOT] & CONSTANT) != 0;
  }

  /** Equal for events with the same fields in the same order and the same constants. */
  int shape() {
    return shape;
  }

  /** The fields in their order; -1 for an extra. */
  int[] fields() {
    return IntStream.range(0, size).map(this::field).toArray();
  }

  /** By slot the value that is always the same, or null. */
  @Nullable byte[][] constants() {
    @Nullable byte[][] constants = new byte[size][];
    for (int slot = 0; slot < size; slot++) {
      constants[slot] = isConstant(slot) ? data[slot] : null;
    }
    return constants;
  }

  /** Whether it has these fields and constants, which are compared by identity. */
  boolean consistsOf(int[] fields, @Nullable byte[][] constants) {
    if (fields.length != size) {
      return false;
    }
    for (int slot = 0; slot < size; slot++) {
      int kind = slots[slot * SLOT];
      if (kind >> TYPE_BITS != fields[slot]
          || ((kind & CONSTANT) != 0 ? data[slot] : null) != constants[slot]) {
        return false;
      }
    }
    return true;
  }

  public byte[] data(int slot) {
    return data[slot];
  }

  public int from(int slot) {
    return slots[slot * SLOT + FROM];
  }

  public int to(int slot) {
    return slots[slot * SLOT + TO];
  }

  public int extraCount() {
    return extraCount;
  }

  public String extraName(int extra) {
    return extraNames[extra];
  }

  public int extraSlot(int extra) {
    return extraSlots[extra];
  }

  /** A field's first value as text, or null if the event has none. */
  public @Nullable String text(int field) {
    int slot = first(field);
    return slot < 0 || type(slot) == ValueType.NULL ? null : textAt(slot);
  }

  /** A slot's value as text: JSON escapes resolved, invalid UTF-8 replaced by U+FFFD. */
  public String textAt(int slot) {
    return type(slot) == ValueType.ESCAPED
        ? JsonText.unescape(data[slot], from(slot), to(slot))
        : new String(data[slot], from(slot), to(slot) - from(slot), StandardCharsets.UTF_8);
  }

  /** When it happened, in microseconds since the Unix epoch. */
  public long timeMicros() {
    return timeMicros;
  }

  public void timeMicros(long micros) {
    timeMicros = micros;
  }

  public long receivedMicros() {
    return receivedMicros;
  }

  public String source() {
    return source;
  }

  public String dataset() {
    return dataset;
  }

  public long epoch() {
    return epoch;
  }

  public long sequence() {
    return sequence;
  }

  /** Unique id, the same after every replay; see {@link RawRecord#eventId()}. */
  public String id() {
    return source + ":" + epoch + ":" + sequence;
  }

  /** What kind of log this came from; {@link LogSource#ANY} when unknown. */
  public LogSource logSource() {
    return logSource;
  }

  public void logSource(LogSource value) {
    logSource = value;
  }
}
