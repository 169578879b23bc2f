package io.zhidun.rules.correlate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Names one group of one way of grouping: a text that stays the same through restarts and rule
 * changes. All correlations that group by the same fields share it, so that they share a state.
 *
 * @param text length-prefixed parts: the plan, then the values
 */
public record GroupKey(String text) {
  public GroupKey {
    Objects.requireNonNull(text, "text");
  }

  static GroupKey of(String plan, List<String> values) {
    if (values.size() == 1) {
      String value = values.get(0);
      return new GroupKey(plan.length() + ":" + plan + value.length() + ":" + value);
    }
    StringBuilder out = new StringBuilder(plan.length() + 64);
    append(out, plan);
    for (String value : values) {
      append(out, value);
    }
    return new GroupKey(out.toString());
  }

  private static void append(StringBuilder out, String part) {
    out.append(part.length()).append(':').append(part);
  }

  /** The plan. */
  String plan() {
    int colon = colonAfter(0);
    return text.substring(colon + 1, endOf(0, colon));
  }

  /** The values of the group-by fields, in the plan's order. */
  List<String> values() {
    List<String> parts = parts();
    return parts.subList(1, parts.size());
  }

  private List<String> parts() {
    List<String> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int colon = colonAfter(at);
      int end = endOf(at, colon);
      parts.add(text.substring(colon + 1, end));
      at = end;
    }
    return parts;
  }

  private int colonAfter(int at) {
    int colon = text.indexOf(':', at);
    if (colon < 0) {
      throw new IllegalArgumentException("group key \"" + text + "\" lacks a length");
    }
    return colon;
  }

  private int endOf(int at, int colon) {
    return colon + 1 + Integer.parseInt(text, at, colon, 10);
  }

  @Override
  public String toString() {
    return text;
  }
}
