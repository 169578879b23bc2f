package io.zhidun.simulator.site;

import java.time.Instant;

/**
 * A signed-in account.
 *
 * @param id such as {@code s-1f}
 * @param lastSeen when it last asked for something
 */
public record Session(String id, String account, Role role, Instant lastSeen) {
  Session seen(Instant now) {
    return new Session(id, account, role, now);
  }
}
