package io.zhidun.service.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Series over a span of time, all at the same moments.
 *
 * @param from the first moment
 * @param step from one to the next
 * @param steps how many follow the first
 * @param series those that are shown
 * @param total how many there are
 * @param warnings what the engine said about the question
 */
record RangeAnswer(
    Instant from, Duration step, int steps, List<Line> series, int total, List<String> warnings) {
  RangeAnswer {
    series = List.copyOf(series);
    warnings = List.copyOf(warnings);
  }

  /**
   * One series.
   *
   * @param labels its name too, as {@code __name__}, where the expression keeps it
   * @param values one a moment; NaN where there is none
   */
  record Line(
      Map<String, String> labels, @JsonSerialize(using = ValuesJson.class) double[] values) {}
}
