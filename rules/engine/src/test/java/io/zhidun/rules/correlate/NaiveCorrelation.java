package io.zhidun.rules.correlate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A correlation by the letter of Sigma's specification, without any cleverness: at each match the
 * whole window that ends there is looked at anew. Knows nothing of the engine.
 *
 * @param asks operator and limit, as in the condition
 * @param percentile for value_percentile, else 0
 */
record NaiveCorrelation(
    String name,
    String type,
    List<String> rules,
    long seconds,
    Map<String, Integer> asks,
    int percentile) {

  /** A match of a rule, or a detection of another correlation. */
  record Item(String rule, long second, @Nullable String value) {}

  /** Where a correlation was reached, with how many items and which value. */
  record Reached(int position, long second, int count, String value) {
    String shown(String name) {
      return name + " at " + second + " of " + count + ": " + value;
    }
  }

  String yaml() {
    return """
        title: %1$s
        id: id-%1$s
        name: %1$s
        correlation:
          type: %2$s
          rules: %3$s
          group-by: [source.ip]
          timespan: %4$ss
          %5$s
        zhidun: {alone: true, summary-en: "{value}", summary-zh: "{value}"}
        """
        .formatted(name, type, rules, seconds, condition());
  }

  private String condition() {
    List<String> members = new ArrayList<>();
    asks.forEach((operator, limit) -> members.add(operator + ": " + limit));
    if (takesValue()) {
      members.add("field: amount");
    }
    if (percentile > 0) {
      members.add("percentile: " + percentile);
    }
    return "condition: {" + String.join(", ", members) + "}";
  }

  private boolean takesValue() {
    return type.startsWith("value_");
  }

  private boolean computes() {
    return takesValue() && !type.equals("value_count");
  }

  List<Reached> over(List<Item> items) {
    List<Reached> all = new ArrayList<>();
    List<Item> unused = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      if (!rules.contains(item.rule)
          || (takesValue() && item.value == null)
          || (computes() && number(item) == null)) {
        continue;
      }
      unused.add(item);
      List<Item> window =
          unused.stream().filter(other -> other.second >= item.second - seconds).toList();
      if (holds(window)) {
        all.add(new Reached(i, item.second, count(window), shown(window)));
        unused.clear();
      }
    }
    return all;
  }

  /** Whether a window without matches meets the condition, so that nothing can tell when. */
  boolean isMetByNothing() {
    return !Set.of("value_avg", "value_percentile").contains(type) && holds(List.of());
  }

  boolean canBeMet() {
    int most = type.startsWith("temporal") ? rules.size() : 1_000;
    for (int halves = computes() ? -2 * most : 0; halves <= 2 * most; halves++) {
      boolean whole = halves % 2 == 0;
      if ((whole || computes()) && meets(BigDecimal.valueOf(halves * 5L, 1), 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean holds(List<Item> window) {
    return switch (type) {
      case "value_avg" -> meets(sum(window), window.size());
      case "value_sum" -> meets(sum(window), 1);
      case "value_percentile" -> meets(smallestThatCovers(window), 1);
      default -> meets(BigDecimal.valueOf(count(window)), 1);
    };
  }

  /** Whether value / parts meets the condition. */
  private boolean meets(BigDecimal value, int parts) {
    return asks.entrySet().stream()
        .allMatch(
            ask -> {
              BigDecimal limit = BigDecimal.valueOf((long) ask.getValue() * parts);
              int order = value.compareTo(limit);
              return switch (ask.getKey()) {
                case "gt" -> order > 0;
                case "gte" -> order >= 0;
                case "lt" -> order < 0;
                case "lte" -> order <= 0;
                case "eq" -> order == 0;
                case "neq" -> order != 0;
                default -> throw new IllegalArgumentException(ask.getKey());
              };
            });
  }

  private int count(List<Item> window) {
    return switch (type) {
      case "value_count" -> window.stream().map(Item::value).collect(Collectors.toSet()).size();
      case "temporal" -> window.stream().map(Item::rule).collect(Collectors.toSet()).size();
      case "temporal_ordered" -> longestBeginning(window);
      default -> window.size();
    };
  }

  /** How many of the rules, from the first on, follow each other in the window. */
  private int longestBeginning(List<Item> window) {
    int found = 0;
    for (Item item : window) {
      if (found < rules.size() && rules.get(found).equals(item.rule)) {
        found++;
      }
    }
    return found;
  }

  private String shown(List<Item> window) {
    BigDecimal value =
        switch (type) {
          case "value_sum" -> sum(window);
          case "value_avg" ->
              sum(window).divide(BigDecimal.valueOf(window.size()), MathContext.DECIMAL64);
          case "value_percentile" -> smallestThatCovers(window);
          default -> BigDecimal.valueOf(count(window));
        };
    return value.stripTrailingZeros().toPlainString();
  }

  private static BigDecimal sum(List<Item> window) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Item item : window) {
      sum = sum.add(new BigDecimal(String.valueOf(item.value)));
    }
    return sum;
  }

  /** The smallest value that is not below at least so many percent of all values. */
  private BigDecimal smallestThatCovers(List<Item> window) {
    Set<BigDecimal> candidates = new HashSet<>();
    window.forEach(item -> candidates.add(new BigDecimal(String.valueOf(item.value))));
    return candidates.stream()
        .filter(
            candidate -> {
              long covered =
                  window.stream()
                      .filter(
                          item ->
                              new BigDecimal(String.valueOf(item.value)).compareTo(candidate) <= 0)
                      .count();
              return covered * 100 >= (long) percentile * window.size();
            })
        .min(BigDecimal::compareTo)
        .orElseThrow();
  }

  private static @Nullable BigDecimal number(Item item) {
    String text = String.valueOf(item.value);
    return text.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(text) : null;
  }
}
