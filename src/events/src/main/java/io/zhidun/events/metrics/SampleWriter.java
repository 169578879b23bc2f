package io.zhidun.events.metrics;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of {@link io.zhidun.events.Topics#METRICS}, in the form that the module's README
 * describes. Samples of one series that are added one after the other share its labels. Not safe
 * for use by several threads.
 */
public final class SampleWriter {
  static final byte VERSION = 1;

  private static final int LONGEST_VARINT = 10;

  /** A sample behind others of its series: its time and its value. */
  private static final int MOST_PER_SAMPLE = LONGEST_VARINT + Double.BYTES;

  private final Map<String, Integer> symbols = new HashMap<>();
  private Bytes texts = new Bytes();
  private Bytes body = new Bytes();
  private Bytes run = new Bytes();
  private @Nullable Series current;
  private int runSamples;
  private int seriesCount;
  private int samples;
  private long lastTime;

  /** Samples added since the last {@link #finish()}. */
  public int samples() {
    return samples;
  }

  /**
   * Adds a sample.
   *
   * @param timeMillis milliseconds since the Unix epoch, 0 to {@link MetricLimits#LATEST_MILLIS}
   * @param value any bits, those of NaN and the infinities included
   * @return false if the record has no room: {@link #finish()} it and add the sample again
   */
  public boolean add(Series series, long timeMillis, double value) {
    if (timeMillis < 0 || timeMillis > MetricLimits.LATEST_MILLIS) {
      throw new IllegalArgumentException(
          "time must be 0 to " + MetricLimits.LATEST_MILLIS + " ms, was " + timeMillis);
    }
    boolean same = current != null && current.id().equals(series.id());
    if (samples == MetricLimits.SAMPLES
        || length() + MOST_PER_SAMPLE + (same ? 0 : room(series)) > MetricLimits.RECORD_BYTES) {
      return false;
    }
    if (!same) {
      endSeries();
      current = series;
    }
    run.zigzag(timeMillis - lastTime);
    run.big(Double.doubleToRawLongBits(value));
    lastTime = timeMillis;
    runSamples++;
    samples++;
    return true;
  }

  private int length() {
    return 1 + 3 * LONGEST_VARINT + texts.length + body.length + run.length;
  }

  /** At most what a series takes beside its samples. */
  private int room(Series series) {
    int bytes = SeriesId.BYTES + 1 + 2 * LONGEST_VARINT + symbolRoom(series.name());
    for (Label label : series.labels()) {
      bytes += symbolRoom(label.name()) + symbolRoom(label.value());
    }
    return bytes;
  }

  private int symbolRoom(String text) {
    int reference = 3;
    return symbols.containsKey(text) ? reference : 2 * reference + Texts.bytes(text);
  }

  private void endSeries() {
    Series series = current;
    if (series == null) {
      return;
    }
    body.big(series.id().high());
    body.big(series.id().low());
    body.one((byte) series.kind().code());
    body.varint(symbol(series.name()));
    body.varint(series.labels().size());
    for (Label label : series.labels()) {
      body.varint(symbol(label.name()));
      body.varint(symbol(label.value()));
    }
    body.varint(runSamples);
    body.all(run.array, run.length);
    run.length = 0;
    runSamples = 0;
    seriesCount++;
    current = null;
  }

  private int symbol(String text) {
    Integer known = symbols.get(text);
    if (known != null) {
      return known;
    }
    int number = symbols.size();
    symbols.put(text, number);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    texts.varint(bytes.length);
    texts.all(bytes, bytes.length);
    return number;
  }

  /**
   * The record of all samples added, and begins another.
   *
   * @throws IllegalStateException if there are none
   */
  public byte[] finish() {
    if (samples == 0) {
      throw new IllegalStateException("a record must hold at least one sample");
    }
    endSeries();
    Bytes head = new Bytes();
    head.one(VERSION);
    head.varint(symbols.size());
    Bytes count = new Bytes();
    count.varint(seriesCount);
    byte[] record =
        ByteBuffer.allocate(head.length + texts.length + count.length + body.length)
            .put(head.array, 0, head.length)
            .put(texts.array, 0, texts.length)
            .put(count.array, 0, count.length)
            .put(body.array, 0, body.length)
            .array();
    clear();
    return record;
  }

  /** Forgets what was added. */
  public void clear() {
    symbols.clear();
    texts = new Bytes();
    body = new Bytes();
    run = new Bytes();
    current = null;
    runSamples = 0;
    seriesCount = 0;
    samples = 0;
    lastTime = 0;
  }

  /** A growing array of bytes. */
  private static final class Bytes {
    private byte[] array = new byte[256];
    private int length;

    private void room(int more) {
      if (length + more > array.length) {
        array = Arrays.copyOf(array, Math.max(2 * array.length, length + more));
      }
    }

    void one(byte value) {
      room(1);
      array[length++] = value;
    }

    void all(byte[] bytes, int count) {
      room(count);
      System.arraycopy(bytes, 0, array, length, count);
      length += count;
    }

    void big(long value) {
      room(Long.BYTES);
      ByteBuffer.wrap(array).putLong(length, value);
      length += Long.BYTES;
    }

    void zigzag(long value) {
      varint(value << 1 ^ value >> 63);
    }

    /** Seven bits a byte, the lowest first; the eighth says that another follows. */
    void varint(long value) {
      room(LONGEST_VARINT);
      long rest = value;
      while ((rest & ~0x7fL) != 0) {
        array[length++] = (byte) (rest | 0x80);
        rest >>>= 7;
      }
      array[length++] = (byte) rest;
    }
  }
}
