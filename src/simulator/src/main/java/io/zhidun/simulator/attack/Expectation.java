package io.zhidun.simulator.attack;

import java.util.Map;

/**
 * What the platform must make of an attack.
 *
 * @param rule name of the rule that must fire
 * @param group values of the rule's group that identify the alert
 * @param mustFire false where the attack's moment makes it lawful, so that the rule must not fire
 */
public record Expectation(String rule, Map<String, String> group, boolean mustFire) {
  public Expectation {
    group = Map.copyOf(group);
  }

  static Expectation of(String rule, String field, String value) {
    return new Expectation(rule, Map.of(field, value), true);
  }
}
