package io.zhidun.rules.dryrun;

import io.zhidun.events.Decision;
import io.zhidun.events.Detection;
import io.zhidun.events.Severity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a detection: enough to group it, and to know it again in another version of its
 * rule.
 */
record Found(
    String ruleId,
    String fingerprint,
    long timeMicros,
    long recoveryMicros,
    long count,
    boolean raised,
    Severity severity) {
  static Found of(Detection detection, @Nullable Decision decision) {
    return new Found(
        detection.rule().id(),
        detection.fingerprint(),
        ChronoUnit.MICROS.between(Instant.EPOCH, detection.time()),
        detection.recovery().toNanos() / 1_000,
        detection.count(),
        decision == null || decision.raise(),
        decision == null ? detection.level() : decision.severity());
  }

  /** The same for the same events of a group, whatever the rule's version. */
  String identity() {
    return fingerprint + "|" + timeMicros + "|" + count;
  }
}
