package io.zhidun.service.metric;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Series at one moment.
 *
 * @param series those that are shown
 * @param total how many there are
 * @param warnings what the engine said about the question
 */
record InstantAnswer(Instant at, List<Point> series, int total, List<String> warnings) {
  InstantAnswer {
    series = List.copyOf(series);
    warnings = List.copyOf(warnings);
  }

  /** One series; the value is NaN where the engine says so. */
  record Point(Map<String, String> labels, @JsonSerialize(using = ValueJson.class) double value) {}
}
