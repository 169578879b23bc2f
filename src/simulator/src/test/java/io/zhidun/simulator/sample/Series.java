package io.zhidun.simulator.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Samples by series, as tests ask for them. */
final class Series implements Consumer<Sample> {
  private final Map<String, List<Sample>> byName = new TreeMap<>();

  @Override
  public void accept(Sample sample) {
    byName.computeIfAbsent(key(sample), key -> new ArrayList<>()).add(sample);
  }

  private static String key(Sample sample) {
    StringBuilder key = new StringBuilder(sample.name()).append('{');
    sample
        .labels()
        .forEach((name, value) -> key.append(name).append("=\"").append(value).append("\","));
    return key.append('}').toString();
  }

  Map<String, List<Sample>> all() {
    return byName;
  }

  /** By how much the counters rose together; a series that is not there yet is zero. */
  double rise(String name, String labels, Instant from, Instant to) {
    double rise = 0;
    for (Map.Entry<String, List<Sample>> series : byName.entrySet()) {
      if (matches(series.getKey(), name, labels)) {
        rise += at(series.getValue(), to) - at(series.getValue(), from);
      }
    }
    return rise;
  }

  /** The largest value of all the series. */
  double most(String name, String labels, Instant from, Instant to) {
    return byName.entrySet().stream()
        .filter(series -> matches(series.getKey(), name, labels))
        .flatMap(series -> series.getValue().stream())
        .filter(sample -> !sample.time().isBefore(from) && !sample.time().isAfter(to))
        .mapToDouble(Sample::value)
        .max()
        .orElse(Double.NaN);
  }

  private static boolean matches(String key, String name, String labels) {
    return key.startsWith(name + "{") && key.contains(labels);
  }

  private static double at(List<Sample> samples, Instant time) {
    double value = 0;
    for (Sample sample : samples) {
      if (sample.time().isAfter(time)) {
        break;
      }
      value = sample.value();
    }
    return value;
  }
}
