package io.zhidun.testkit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of the simulator's ground truth: what one attack must lead to.
 *
 * @param attack name of the attack
 * @param rule name of the rule
 * @param mustFire whether the rule must fire; where false, it must not
 * @param from address of the attacker
 * @param expectedGroup values that the alert's group must hold
 */
public record ScriptedAttack(
    String id,
    String attack,
    String rule,
    boolean mustFire,
    String from,
    Instant started,
    Instant finished,
    String system,
    String host,
    @Nullable String account,
    Map<String, String> expectedGroup) {
  public ScriptedAttack {
    expectedGroup = Map.copyOf(expectedGroup);
  }
}
