package io.zhidun.measure.nab;

import java.util.List;

/**
 * One labelled series.
 *
 * @param name folder and file
 * @param times milliseconds since 1970, as if the file's local times were UTC
 * @param values one a time
 * @param windows labelled anomalies
 */
public record NabSeries(String name, long[] times, double[] values, List<NabWindow> windows) {
  public NabSeries {
    if (times.length != values.length) {
      throw new IllegalArgumentException(
          name + ": " + times.length + " times and " + values.length + " values");
    }
    windows = List.copyOf(windows);
  }
}
