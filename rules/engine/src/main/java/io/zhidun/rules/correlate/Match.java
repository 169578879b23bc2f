package io.zhidun.rules.correlate;

import io.zhidun.events.BilingualText;
import io.zhidun.events.CanaryEvent;
import io.zhidun.events.Detection;
import io.zhidun.events.Event;
import io.zhidun.events.EvidenceEvent;
import io.zhidun.events.FieldNames;
import io.zhidun.events.ValueType;
import io.zhidun.rules.explain.Detector;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A matched event, reduced to what correlations, evidence and summaries need. Immutable.
 *
 * <p>Matches have one order that does not depend on arrival: event time, then receive time, then
 * source, epoch and sequence, then rule. Receive time stands second so that events of one second
 * from several sources keep, as a rule, the order in which they came.
 */
public final class Match implements Step, Comparable<Match> {
  /** Values of one field are kept together; more are dropped. */
  private static final int MOST_VALUES = 16;

  private static final int LONGEST_VALUE = 1_024;
  private static final int ORIGINAL = FieldNames.id("event.original");
  private static final char BETWEEN_VALUES = '\u001f';

  /**
   * Source of matches that are detections; their epoch and sequence are the beginning of its id.
   */
  private static final String DETECTIONS = "detection";

  /** Hexadecimal digits in a long. */
  private static final int HALF_ID = 16;

  /** Stands for what is not a whole number of a few digits. */
  static final long NO_WHOLE_NUMBER = Long.MIN_VALUE;

  /** Sums of so many digits stay far within a long. */
  private static final int MOST_DIGITS = 15;

  private final Layout layout;
  private final String source;
  private final long epoch;
  private final long sequence;
  private final long timeMicros;
  private final long receivedMicros;

  /** The values in the order of the layout, then the raw text; empty in a slim match. */
  private final byte[] texts;

  /**
   * @param texts packed: a value for each field of the layout, then the raw text, cut; or empty
   */
  Match(
      Layout layout,
      String source,
      long epoch,
      long sequence,
      long timeMicros,
      long receivedMicros,
      byte[] texts) {
    this.layout = layout;
    this.source = source;
    this.epoch = epoch;
    this.sequence = sequence;
    this.timeMicros = timeMicros;
    this.receivedMicros = receivedMicros;
    this.texts = texts;
  }

  static Match of(Layout layout, int[] fieldNumbers, Event event) {
    PackedTexts texts = new PackedTexts(room(fieldNumbers, event));
    for (int field : fieldNumbers) {
      pack(event, field, LONGEST_VALUE, texts);
    }
    int original = event.first(ORIGINAL);
    if (original >= 0 && PackedTexts.isPlain(event, original, Detector.LONGEST_ORIGINAL)) {
      texts.add(event.data(original), event.from(original), event.to(original));
    } else {
      texts.add(Detector.original(event));
    }
    return new Match(
        layout,
        event.source(),
        event.epoch(),
        event.sequence(),
        event.timeMicros(),
        event.receivedMicros(),
        texts.packed());
  }

  /**
   * A detection as those see it that count it on: an event of its time, named by its id, with the
   * fields of the layout out of those it was grouped by.
   */
  static Match of(Layout layout, Detection detection) {
    PackedTexts texts = new PackedTexts(256);
    for (int i = 0; i < layout.size(); i++) {
      texts.add(detection.group().get(layout.field(i)));
    }
    BilingualText summary = detection.explanation().summary();
    texts.add(summary.zh() + "\n" + summary.en());
    return new Match(
        layout,
        CanaryEvent.isBehind(detection) ? CanaryEvent.SOURCE : DETECTIONS,
        Long.parseUnsignedLong(detection.id(), 0, HALF_ID, 16),
        Long.parseUnsignedLong(detection.id(), HALF_ID, 2 * HALF_ID, 16),
        ChronoUnit.MICROS.between(Instant.EPOCH, detection.time()),
        detection.receivedMicros(),
        texts.packed());
  }

  private static int room(int[] fieldNumbers, Event event) {
    int room = room(event, ORIGINAL, Detector.LONGEST_ORIGINAL);
    for (int field : fieldNumbers) {
      room += room(event, field, LONGEST_VALUE);
    }
    return room;
  }

  private static int room(Event event, int field, int longest) {
    int slot = event.first(field);
    return PackedTexts.room(slot < 0 ? -1 : Math.min(longest, event.to(slot) - event.from(slot)));
  }

  private static void pack(Event event, int field, int longest, PackedTexts texts) {
    int slot = event.first(field);
    if (slot < 0) {
      texts.add(null);
    } else if (event.next(slot) < 0 && PackedTexts.isPlain(event, slot, longest)) {
      texts.add(event.data(slot), event.from(slot), event.to(slot));
    } else {
      texts.add(values(event, slot));
    }
  }

  private static @Nullable String values(Event event, int slot) {
    int next = event.next(slot);
    String first = valueAt(event, slot);
    if (next < 0) {
      return first;
    }
    StringBuilder all = new StringBuilder(first == null ? "" : first);
    for (int i = 1; next >= 0 && i < MOST_VALUES; i++) {
      String value = valueAt(event, next);
      all.append(BETWEEN_VALUES).append(value == null ? "" : value);
      next = event.next(next);
    }
    return all.toString();
  }

  private static @Nullable String valueAt(Event event, int slot) {
    if (event.type(slot) == ValueType.NULL) {
      return null;
    }
    String text = event.textAt(slot);
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE);
  }

  Layout layout() {
    return layout;
  }

  @Override
  public String ruleId() {
    return layout.ruleId();
  }

  /** Id of the event. */
  @Override
  public String id() {
    return source + ":" + epoch + ":" + sequence;
  }

  String source() {
    return source;
  }

  /** Whether the event was sent to see whether rules fire. */
  public boolean isCanary() {
    return source.equals(CanaryEvent.SOURCE);
  }

  long epoch() {
    return epoch;
  }

  long sequence() {
    return sequence;
  }

  @Override
  public long timeMicros() {
    return timeMicros;
  }

  @Override
  public long receivedMicros() {
    return receivedMicros;
  }

  @Override
  public long count() {
    return 1;
  }

  @Override
  public List<Match> evidence() {
    return List.of(this);
  }

  /** The raw text, cut; empty in a slim match. */
  String original() {
    String text = isSlim() ? null : PackedTexts.text(texts, PackedTexts.at(texts, layout.size()));
    return text == null ? "" : text;
  }

  /** Whether only origin and times were kept. */
  boolean isSlim() {
    // Not the length: that would fetch the texts themselves into the processor's cache.
    return texts == PackedTexts.NONE;
  }

  /** The values and the raw text as {@link PackedTexts}; empty in a slim match. */
  byte[] texts() {
    return texts;
  }

  /** All values of the field at a place of the layout, or null. */
  private @Nullable String all(int place) {
    return isSlim() ? null : PackedTexts.text(texts, PackedTexts.at(texts, place));
  }

  /** A field's first value, or null. */
  @Nullable String value(String field) {
    int index = layout.indexOf(field);
    String all = index < 0 ? null : all(index);
    int end = all == null ? -1 : all.indexOf(BETWEEN_VALUES);
    return all == null || end < 0 ? all : all.substring(0, end);
  }

  /** Whether there is a value at a place of the layout; never at -1. */
  boolean hasValue(int place) {
    return place >= 0 && !isSlim() && PackedTexts.length(texts, PackedTexts.at(texts, place)) >= 0;
  }

  /**
   * The value at a place that {@link #hasValue}, if it is the only one and written in a few plain
   * digits; else {@link #NO_WHOLE_NUMBER}.
   */
  long wholeNumber(int place) {
    int at = PackedTexts.at(texts, place);
    int length = PackedTexts.length(texts, at);
    if (length < 1 || length > MOST_DIGITS) {
      return NO_WHOLE_NUMBER;
    }
    int from = PackedTexts.bytesAt(texts, at);
    long number = 0;
    for (int i = from; i < from + length; i++) {
      int digit = texts[i] - '0';
      if (digit < 0 || digit > 9) {
        return NO_WHOLE_NUMBER;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  @Override
  public Match slim() {
    return new Match(layout, source, epoch, sequence, timeMicros, receivedMicros, PackedTexts.NONE);
  }

  /** Itself with one field only, for where time, id and that value matter. */
  Match narrow(String field) {
    PackedTexts one = new PackedTexts(64);
    one.add(value(field));
    one.add("");
    return new Match(
        layout.narrow(field), source, epoch, sequence, timeMicros, receivedMicros, one.packed());
  }

  /** The event again, as far as it was kept, for explaining. */
  Event event() {
    Event event = new Event();
    event.timeMicros(timeMicros);
    for (int i = 0; i < layout.size(); i++) {
      String all = all(i);
      if (all == null) {
        continue;
      }
      int field = FieldNames.id(layout.field(i));
      for (String value : all.split(String.valueOf(BETWEEN_VALUES), -1)) {
        event.put(field, value);
      }
    }
    String original = original();
    if (!original.isEmpty() && layout.indexOf("event.original") < 0) {
      event.put(FieldNames.id("event.original"), original);
    }
    return event;
  }

  EvidenceEvent asEvidence() {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < layout.size(); i++) {
      String value = all(i);
      if (value != null) {
        fields.put(layout.field(i), value.replace(String.valueOf(BETWEEN_VALUES), ", "));
      }
    }
    Instant time = Instant.EPOCH.plus(timeMicros, ChronoUnit.MICROS);
    return new EvidenceEvent(id(), time, layout.ruleName(), original(), fields);
  }

  /** Whether both are the same event under the same rule. */
  boolean isSameAs(Match other) {
    return sequence == other.sequence
        && epoch == other.epoch
        && source.equals(other.source)
        && ruleId().equals(other.ruleId());
  }

  /** Names event and rule, for finding re-deliveries. */
  record Identity(String source, long epoch, long sequence, String ruleId) {
    @Override
    public int hashCode() {
      // Of one group mostly the sequence differs; the record's own would mix all four each time.
      return Long.hashCode(sequence * 31 + epoch);
    }
  }

  Identity identity() {
    return new Identity(source, epoch, sequence, ruleId());
  }

  @Override
  public int compareTo(Match other) {
    int order = Long.compare(timeMicros, other.timeMicros);
    order = order != 0 ? order : Long.compare(receivedMicros, other.receivedMicros);
    order = order != 0 ? order : source.compareTo(other.source);
    order = order != 0 ? order : Long.compare(epoch, other.epoch);
    order = order != 0 ? order : Long.compare(sequence, other.sequence);
    return order != 0 ? order : ruleId().compareTo(other.ruleId());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Match match && compareTo(match) == 0;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(timeMicros) * 31 + Long.hashCode(sequence);
  }
}
