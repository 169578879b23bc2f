package io.zhidun.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A hundred correlations of all types over twenty kinds of event. Each kind is grouped by one of
 * four sets of fields and read by five correlations or more, so that every group has some
 * twenty-five of them.
 */
final class CorrelationRules {
  static final int KINDS = 20;
  static final int CORRELATIONS = 100;

  /** Fields that a kind is grouped by: those of its number modulo their count. */
  static final List<String> GROUPINGS =
      List.of("source.ip", "user.name", "source.ip, user.name", "host.name");

  private static final List<String> TYPES =
      List.of(
          "event_count",
          "value_count",
          "temporal",
          "temporal_ordered",
          "value_sum",
          "value_avg",
          "value_percentile");

  private CorrelationRules() {}

  static String kind(int number) {
    return String.format(Locale.ROOT, "kind-%02d", number);
  }

  static String yaml() {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < KINDS; i++) {
      yaml.append(
          """
          title: %1$s
          id: %1$s
          name: %1$s
          logsource: {product: linux}
          detection: {selection: {event.action: %1$s}, condition: selection}
          ---
          """
              .formatted(kind(i)));
    }
    List<String> correlations =
        IntStream.range(0, CORRELATIONS).mapToObj(CorrelationRules::correlation).toList();
    return yaml.append(String.join("---\n", correlations)).toString();
  }

  private static String correlation(int number) {
    int kind = number % KINDS;
    String type = TYPES.get(number % TYPES.size());
    boolean temporal = type.startsWith("temporal");
    String other = temporal ? ", " + kind((kind + GROUPINGS.size()) % KINDS) : "";
    return """
    title: Correlation %1$d
    id: correlation-%1$d
    name: correlation-%1$d
    correlation:
        type: %2$s
        rules: [%3$s%4$s]
        group-by: [%5$s]
        timespan: %6$dm
    %7$s
    """
        .formatted(
            number,
            type,
            kind(kind),
            other,
            GROUPINGS.get(kind % GROUPINGS.size()),
            50 + number % 10,
            condition(type, number));
  }

  private static String condition(String type, int number) {
    return switch (type) {
      case "event_count" -> "    condition: {gte: " + (20 + number % 20) + "}";
      case "value_count" -> "    condition: {field: url.path, gte: " + (10 + number % 10) + "}";
      case "value_sum" -> "    condition: {field: network.bytes, gt: 100000}";
      case "value_avg" -> "    condition: {field: network.bytes, gt: 9990}";
      case "value_percentile" -> "    condition: {field: network.bytes, gt: 9990, percentile: 95}";
      default -> "";
    };
  }
}
