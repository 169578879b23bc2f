package io.zhidun.service.canary;

import io.zhidun.events.BilingualText;
import io.zhidun.rules.sigma.Rule;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule and its canary, as the list shows them.
 *
 * @param latencyMillis from sending to firing, of the run that fired last
 */
record CanaryRow(
    String id,
    String name,
    BilingualText title,
    CanaryState state,
    @Nullable Instant sentAt,
    @Nullable Instant firedAt,
    @Nullable Long latencyMillis) {
  /**
   * @param possible whether the rule has a case to send
   * @param run its latest run, or null
   */
  static CanaryRow of(Rule rule, boolean possible, @Nullable CanaryRun run) {
    if (run == null) {
      CanaryState state = possible ? CanaryState.UNSENT : CanaryState.NONE;
      return new CanaryRow(
          rule.id(), rule.name(), rule.reference().title(), state, null, null, null);
    }
    Duration latency = run.latency();
    return new CanaryRow(
        rule.id(),
        rule.name(),
        rule.reference().title(),
        possible ? run.shown() : CanaryState.NONE,
        run.sentAt(),
        run.firedAt(),
        latency == null ? null : latency.toMillis());
  }
}
