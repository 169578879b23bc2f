package io.zhidun.testkit;

import java.time.Instant;
import java.util.Map;

/**
 * An alert as the service's API gives it, as far as tests ask.
 *
 * @param state firing, acknowledged, resolved or closed
 * @param group fields and values that the alert is about
 * @param count how many detections it gathered
 */
public record Alert(
    String id,
    String number,
    String fingerprint,
    String state,
    String severity,
    Rule rule,
    Map<String, String> group,
    String system,
    long count,
    Instant firstSeen,
    Instant lastSeen) {
  public Alert {
    group = Map.copyOf(group);
  }

  /** The rule that fired. */
  public record Rule(String id, String name) {}

  /** An alert of which only rule, group and time matter. */
  public static Alert seen(String rule, Map<String, String> group, Instant from, Instant to) {
    Rule named = new Rule(rule, rule);
    return new Alert("", "", "", "firing", "high", named, group, "", 1, from, to);
  }
}
