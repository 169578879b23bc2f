package io.zhidun.collectors.metrics;

import io.zhidun.events.metrics.Label;
import io.zhidun.events.metrics.MetricKind;
import io.zhidun.events.metrics.MetricLimits;
import io.zhidun.events.metrics.SampleWriter;
import io.zhidun.events.metrics.Series;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Samples of one request or scrape, until all of it was read: only then anything is shipped. What
 * cannot be taken is counted with its reason, and the first fault is kept for the sender. Not safe
 * for use by several threads.
 */
public final class Staging {
  /** A clock that differs by more is counted; senders may be late for good reasons below that. */
  private static final long FAR_MILLIS = 3_600_000;

  private static final int SHOWN = 120;

  private final MetricSource source;
  private final long nowMillis;
  private final SampleWriter writer = new SampleWriter();
  private final List<byte[]> records = new ArrayList<>();
  private final Map<Dropped, Long> dropped = new EnumMap<>(Dropped.class);
  private @Nullable Series series;
  private Dropped refusal = Dropped.INVALID_SERIES;
  private @Nullable String fault;
  private long samples;

  Staging(MetricSource source, long nowMillis) {
    this.source = source;
    this.nowMillis = nowMillis;
  }

  /**
   * Begins a series; the following samples are its own.
   *
   * @param labels by name; one with an empty value is the same as none
   * @return the series, or null if its samples will be dropped
   */
  public @Nullable Series series(String name, Map<String, String> labels, MetricKind kind) {
    series = null;
    try {
      Series made = Series.of(Names.requireMetric(name), labels(labels), kind);
      if (source.gate().admits(made.id(), nowMillis)) {
        series = made;
      } else {
        refuse(Dropped.SERIES_CAP, "too many new series, for instance " + shown(made.toString()));
      }
    } catch (IllegalArgumentException e) {
      refuse(Dropped.INVALID_SERIES, shown(name) + ": " + e.getMessage());
    }
    return series;
  }

  private static List<Label> labels(Map<String, String> labels) {
    List<Label> list = new ArrayList<>(labels.size());
    labels.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            list.add(new Label(Names.requireLabel(name), value));
          }
        });
    return list;
  }

  /** Begins a series that cannot be taken. */
  public void refuse(Dropped reason, String why) {
    series = null;
    refusal = reason;
    fault = fault == null ? why : fault;
  }

  /** Adds a sample of the series begun last. */
  public void sample(long timeMillis, double value) {
    Series of = series;
    if (of == null) {
      drop(refusal);
    } else if (timeMillis < 0 || timeMillis > MetricLimits.LATEST_MILLIS) {
      fault = fault == null ? shown(of.toString()) + ": no time: " + timeMillis + " ms" : fault;
      drop(Dropped.INVALID_TIME);
    } else {
      compareClocks(timeMillis);
      write(of, timeMillis, value);
      samples++;
    }
  }

  private void compareClocks(long timeMillis) {
    if (timeMillis - nowMillis > FAR_MILLIS) {
      source.clockAhead();
    } else if (nowMillis - timeMillis > FAR_MILLIS) {
      source.clockBehind();
    }
  }

  /** Adds a sample of a known series that passes no bounds again. */
  public void write(Series of, long timeMillis, double value) {
    if (!writer.add(of, timeMillis, value)) {
      records.add(writer.finish());
      boolean unusedFits = writer.add(of, timeMillis, value);
    }
  }

  /** Counts a sample that is not taken. */
  public void drop(Dropped reason) {
    dropped.merge(reason, 1L, Long::sum);
    source.drop(reason, 1);
  }

  /** Everything staged, in order; may be empty. */
  public List<byte[]> records() {
    if (writer.samples() > 0) {
      records.add(writer.finish());
    }
    return records;
  }

  /** Samples staged by {@link #sample}. */
  public long samples() {
    return samples;
  }

  /** Samples dropped for a reason. */
  public long dropped(Dropped reason) {
    return dropped.getOrDefault(reason, 0L);
  }

  /** Samples dropped. */
  public long dropped() {
    return dropped.values().stream().mapToLong(Long::longValue).sum();
  }

  /** What was wrong first, or null. */
  public @Nullable String fault() {
    return fault;
  }

  /** Text from outside, short and printable. */
  static String shown(String hostile) {
    String start = hostile.length() > SHOWN ? hostile.substring(0, SHOWN) + "…" : hostile;
    return start.replaceAll("\\p{Cntrl}", "?");
  }
}
