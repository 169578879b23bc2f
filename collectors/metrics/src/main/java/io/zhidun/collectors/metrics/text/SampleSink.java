package io.zhidun.collectors.metrics.text;

import io.zhidun.events.metrics.MetricKind;
import java.util.Map;

/** Takes samples as they are read. */
public interface SampleSink {
  /** Time of a sample that says none. */
  long NO_TIME = Long.MIN_VALUE;

  /**
   * Takes a sample.
   *
   * @param labels may be changed and is used again for the next sample
   * @param timeMillis milliseconds since the Unix epoch, or {@link #NO_TIME}
   */
  void sample(
      String name, Map<String, String> labels, MetricKind kind, long timeMillis, double value);
}
