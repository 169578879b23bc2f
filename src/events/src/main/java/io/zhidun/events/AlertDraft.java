package io.zhidun.events;

import java.util.Objects;

/**
 * A judged detection on its way to become, or to join, an alert.
 *
 * @param fingerprint identity of the alert
 * @param detection the detection with its explanation
 * @param decision the judgement; only raised ones travel
 */
public record AlertDraft(String fingerprint, Detection detection, Decision decision) {
  public AlertDraft {
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(detection, "detection");
    Objects.requireNonNull(decision, "decision");
  }
}
