package io.zhidun.simulator.attack;

import io.zhidun.simulator.time.Script;
import io.zhidun.simulator.web.SystemName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of an attack, planned but not begun.
 *
 * @param from address of the attacker
 * @param system the system attacked
 * @param account the account used or aimed at, or null
 * @param expectations what must come of it
 * @param steps what it does
 */
public record Attempt(
    String from,
    SystemName system,
    @Nullable String account,
    List<Expectation> expectations,
    Script.Plan steps) {
  public Attempt {
    expectations = List.copyOf(expectations);
  }
}
