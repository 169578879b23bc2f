package io.zhidun.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a detection was made, so that a person can check it.
 *
 * @param summary one sentence
 * @param conditions what held on the event that completed the detection
 * @param window what was counted, or null for a rule on a single event
 */
public record Explanation(
    BilingualText summary, List<Condition> conditions, @Nullable Window window) {
  public Explanation {
    Objects.requireNonNull(summary, "summary");
    conditions = List.copyOf(conditions);
  }

  /**
   * A condition that held.
   *
   * @param rule name of the rule it stands in
   * @param selection name of the selection it stands in
   * @param field the field looked at; empty for a keyword
   * @param operator Sigma modifier, or {@code equals}
   * @param expected the rule's value that held
   * @param actual the event's value
   * @param negated whether the condition holds because the value did not match
   */
  public record Condition(
      String rule,
      String selection,
      String field,
      String operator,
      String expected,
      String actual,
      boolean negated) {}

  /**
   * What a correlation counted.
   *
   * @param type Sigma correlation type
   * @param from time of the first event counted
   * @param to time of the last event counted
   * @param timespan longest time allowed between them
   * @param threshold the condition, such as {@code gte 5}
   * @param value what was reached
   */
  public record Window(
      String type, Instant from, Instant to, Duration timespan, String threshold, long value) {}
}
