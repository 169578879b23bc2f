package io.zhidun.rules.entity;

import io.zhidun.events.Severity;
import java.util.Objects;

/**
 * How many detections of one rule an hour had.
 *
 * @param hour hours since 1970
 * @param ruleId id of the rule
 * @param rule name of the rule
 * @param level highest severity of the rule then
 * @param held whether the judge held them
 * @param count at least 1
 */
record PastHour(long hour, String ruleId, String rule, Severity level, boolean held, long count)
    implements Comparable<PastHour> {
  static final long MICROS = 3_600_000_000L;

  PastHour {
    Objects.requireNonNull(ruleId, "ruleId");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(level, "level");
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, was " + count);
    }
  }

  static PastHour of(PastDetection one) {
    return new PastHour(
        Math.floorDiv(one.micros(), MICROS), one.ruleId(), one.rule(), one.level(), one.held(), 1);
  }

  /** With those of the same rule and hour; which came first makes no difference. */
  PastHour and(PastHour same) {
    return new PastHour(
        hour,
        ruleId,
        rule.compareTo(same.rule) >= 0 ? rule : same.rule,
        level.compareTo(same.level) >= 0 ? level : same.level,
        held,
        count + same.count);
  }

  PastHour less() {
    return new PastHour(hour, ruleId, rule, level, held, count - 1);
  }

  long fromMicros() {
    return hour * MICROS;
  }

  /** The first microsecond behind it. */
  long toMicros() {
    return (hour + 1) * MICROS;
  }

  /** By what tells one from another. */
  @Override
  public int compareTo(PastHour other) {
    int byHour = Long.compare(hour, other.hour);
    int byRule = byHour == 0 ? ruleId.compareTo(other.ruleId) : byHour;
    return byRule == 0 ? Boolean.compare(held, other.held) : byRule;
  }
}
