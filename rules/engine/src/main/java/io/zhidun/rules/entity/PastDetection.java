package io.zhidun.rules.entity;

import io.zhidun.events.Detection;
import io.zhidun.events.Severity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * What is remembered of a detection.
 *
 * @param id the detection's
 * @param ruleId id of its rule, the same for all versions
 * @param rule name of its rule
 * @param level the rule's severity
 * @param micros event time, microseconds since 1970
 * @param held whether the judge held it: nobody had to look
 */
record PastDetection(
    String id, String ruleId, String rule, Severity level, long micros, boolean held)
    implements Comparable<PastDetection> {
  PastDetection {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(ruleId, "ruleId");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(level, "level");
  }

  static PastDetection of(Detection detection, boolean held) {
    return new PastDetection(
        detection.id(),
        detection.rule().id(),
        detection.rule().name(),
        detection.level(),
        micros(detection),
        held);
  }

  static long micros(Detection detection) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, detection.time());
  }

  /** By event time, and by id where that is the same. */
  @Override
  public int compareTo(PastDetection other) {
    int byTime = Long.compare(micros, other.micros);
    return byTime == 0 ? id.compareTo(other.id) : byTime;
  }
}
