package io.zhidun.benchmarks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One measured figure.
 *
 * @param bench name of the benchmark
 * @param figure what was measured
 * @param value the value
 * @param unit its unit
 * @param bound what it must hold, such as {@code >= 1.0}, or null where nothing is asked
 * @param holds whether it does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(
    String bench, String figure, double value, String unit, @Nullable String bound, boolean holds) {
  public Figure {
    Objects.requireNonNull(bench, "bench");
    Objects.requireNonNull(figure, "figure");
    Objects.requireNonNull(unit, "unit");
  }

  public static Figure plain(String bench, String figure, double value, String unit) {
    return new Figure(bench, figure, value, unit, null, true);
  }

  public static Figure atLeast(
      String bench, String figure, double value, String unit, double bound) {
    return new Figure(bench, figure, value, unit, ">= " + bound, value >= bound);
  }

  public static Figure atMost(
      String bench, String figure, double value, String unit, double bound) {
    return new Figure(bench, figure, value, unit, "<= " + bound, value <= bound);
  }

  public static Figure exactly(
      String bench, String figure, double value, String unit, double bound) {
    return new Figure(bench, figure, value, unit, "= " + bound, value == bound);
  }
}
