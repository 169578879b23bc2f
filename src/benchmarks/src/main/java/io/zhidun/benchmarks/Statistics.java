package io.zhidun.benchmarks;

import java.util.List;

/** Order statistics of few values. */
public final class Statistics {
  private Statistics() {}

  public static double median(List<Double> values) {
    return quantile(values, 0.5);
  }

  /** The smallest value that at least the share {@code q} of the values do not exceed. */
  public static double quantile(List<Double> values, double q) {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    List<Double> sorted = values.stream().sorted().toList();
    int rank = (int) Math.ceil(q * sorted.size());
    return sorted.get(Math.max(0, rank - 1));
  }
}
