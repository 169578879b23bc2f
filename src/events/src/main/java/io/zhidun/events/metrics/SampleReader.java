package io.zhidun.events.metrics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record of {@link io.zhidun.events.Topics#METRICS} sample by sample, without making
 * anything of a series that is known by its id: texts become strings only when they are asked for.
 *
 * <pre>{@code
 * reader.begin(record);
 * while (reader.nextSeries()) {
 *   while (reader.nextSample()) {
 *     state(reader.idHigh(), reader.idLow()).update(reader.timeMillis(), reader.value());
 *   }
 * }
 * }</pre>
 *
 * <p>One reader reads many records. Not safe for use by several threads.
 */
public final class SampleReader {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final int MOST_SYMBOLS = MetricLimits.RECORD_BYTES / 2;

  private byte[] record = new byte[0];
  private int at;
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private @Nullable String[] texts = new String[256];
  private int symbols;
  private int seriesLeft;
  private int samplesLeft;
  private int samplesRead;
  private final int[] labels = new int[2 * MetricLimits.LABELS];
  private int labelCount;
  private int name;
  private long high;
  private long low;
  private int kind;
  private long time;
  private double value;

  /**
   * Begins with a record, which is not copied.
   *
   * @throws MalformedSamplesException if it cannot be one
   */
  public void begin(byte[] bytes) throws MalformedSamplesException {
    if (bytes.length > MetricLimits.RECORD_BYTES) {
      throw bad("a record may have " + MetricLimits.RECORD_BYTES + " bytes, had " + bytes.length);
    }
    if (bytes.length == 0 || bytes[0] != SampleWriter.VERSION) {
      throw bad("the version must be 1, was " + (bytes.length == 0 ? "missing" : bytes[0]));
    }
    record = bytes;
    at = 1;
    time = 0;
    samplesLeft = 0;
    samplesRead = 0;
    readSymbols();
    seriesLeft = count("series", MetricLimits.SAMPLES);
  }

  private void readSymbols() throws MalformedSamplesException {
    int count = count("texts", MOST_SYMBOLS);
    if (count > record.length - at) {
      throw bad("so many texts do not fit into the record: " + count);
    }
    if (count >= ends.length) {
      starts = new int[2 * count];
      ends = new int[2 * count];
      texts = new String[2 * count];
    } else {
      Arrays.fill(texts, 0, Math.max(symbols, count), null);
    }
    symbols = count;
    for (int i = 0; i < count; i++) {
      int length = count("bytes of a text", MetricLimits.VALUE_BYTES);
      if (length == 0 || length > record.length - at) {
        throw bad("a text of " + length + " bytes cannot stand at " + at);
      }
      starts[i] = at;
      at += length;
      ends[i] = at;
    }
  }

  /**
   * Goes to the next series; what is left of the one before is passed.
   *
   * @return false behind the last
   */
  public boolean nextSeries() throws MalformedSamplesException {
    while (samplesLeft > 0) {
      boolean unusedMore = nextSample();
    }
    if (seriesLeft == 0) {
      requireEnd();
      return false;
    }
    seriesLeft--;
    require(SeriesId.BYTES + 1);
    high = (long) LONG.get(record, at);
    low = (long) LONG.get(record, at + Long.BYTES);
    kind = record[at + SeriesId.BYTES] & 0xff;
    at += SeriesId.BYTES + 1;
    name = symbol();
    labelCount = count("labels", MetricLimits.LABELS);
    for (int i = 0; i < 2 * labelCount; i++) {
      labels[i] = symbol();
    }
    samplesLeft = count("samples", MetricLimits.SAMPLES);
    samplesRead += samplesLeft;
    if (samplesRead > MetricLimits.SAMPLES) {
      throw bad("a record may have " + MetricLimits.SAMPLES + " samples, has " + samplesRead);
    }
    return true;
  }

  private void requireEnd() throws MalformedSamplesException {
    if (at != record.length) {
      throw bad((record.length - at) + " bytes stand behind the last series");
    }
  }

  /**
   * Goes to the next sample of the series.
   *
   * @return false behind the last
   */
  public boolean nextSample() throws MalformedSamplesException {
    if (samplesLeft == 0) {
      return false;
    }
    samplesLeft--;
    long delta = varint();
    time += delta >>> 1 ^ -(delta & 1);
    if (time < 0 || time > MetricLimits.LATEST_MILLIS) {
      throw bad("a time must be 0 to " + MetricLimits.LATEST_MILLIS + " ms, was " + time);
    }
    require(Double.BYTES);
    value = Double.longBitsToDouble((long) LONG.get(record, at));
    at += Double.BYTES;
    return true;
  }

  /** First half of the series' id. */
  public long idHigh() {
    return high;
  }

  /** Second half of the series' id. */
  public long idLow() {
    return low;
  }

  /** The series' id. */
  public SeriesId id() {
    return new SeriesId(high, low);
  }

  /** What the values are; a kind of a later version is unknown. */
  public MetricKind kind() {
    return MetricKind.of(kind);
  }

  /** The metric's name. */
  public String name() {
    return text(name);
  }

  /** Number of labels. */
  public int labels() {
    return labelCount;
  }

  /** Name of a label, from 0. */
  public String labelName(int index) {
    return text(labels[2 * index]);
  }

  /** Value of a label, from 0. */
  public String labelValue(int index) {
    return text(labels[2 * index + 1]);
  }

  /** Value of a label, or null where the series has none of the name. */
  public @Nullable String label(String labelName) {
    for (int i = 0; i < labelCount; i++) {
      if (labelName(i).equals(labelName)) {
        return labelValue(i);
      }
    }
    return null;
  }

  /**
   * The series with its texts, its id as the record says it.
   *
   * @throws MalformedSamplesException if a text is too long for its place
   */
  public Series series() throws MalformedSamplesException {
    List<Label> all = new ArrayList<>(labelCount);
    try {
      for (int i = 0; i < labelCount; i++) {
        all.add(new Label(labelName(i), labelValue(i)));
      }
      return new Series(id(), name(), all, kind());
    } catch (IllegalArgumentException e) {
      throw bad(String.valueOf(e.getMessage()));
    }
  }

  /** Time of the sample in milliseconds since the Unix epoch. */
  public long timeMillis() {
    return time;
  }

  /** Value of the sample with its very bits; see {@link Values#isStale}. */
  public double value() {
    return value;
  }

  private String text(int symbol) {
    String known = texts[symbol];
    if (known != null) {
      return known;
    }
    int from = starts[symbol];
    String made = new String(record, from, ends[symbol] - from, StandardCharsets.UTF_8);
    texts[symbol] = made;
    return made;
  }

  private int symbol() throws MalformedSamplesException {
    long number = varint();
    if (number < 0 || number >= symbols) {
      throw bad("a text must have a number below " + symbols + ", had " + number);
    }
    return (int) number;
  }

  private int count(String what, int most) throws MalformedSamplesException {
    long number = varint();
    if (number < 0 || number > most) {
      throw bad("a record may have " + most + " " + what + ", announces " + number);
    }
    return (int) number;
  }

  private long varint() throws MalformedSamplesException {
    long result = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      if (at == record.length) {
        throw bad("it ends in the middle of a number");
      }
      byte next = record[at++];
      result |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return result;
      }
    }
    throw bad("a number has more than ten bytes");
  }

  private void require(int bytes) throws MalformedSamplesException {
    if (record.length - at < bytes) {
      throw bad("it ends too early");
    }
  }

  private MalformedSamplesException bad(String message) {
    return new MalformedSamplesException("no record of samples (byte " + at + "): " + message);
  }
}
