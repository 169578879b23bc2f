package io.zhidun.simulator.site;

import io.zhidun.events.Digests;
import java.util.Arrays;
import java.util.Optional;

/**
 * All accounts of the simulated systems. Which exist follows from their names, and their passwords
 * from the seed, so that millions of them need no memory.
 */
public final class Accounts {
  private static final int PASSWORD_LENGTH = 12;

  private final long seed;

  public Accounts(long seed) {
    this.seed = seed;
  }

  /** The role of an account, or empty when there is no such account. */
  public Optional<Role> role(String account) {
    return Arrays.stream(Role.values()).filter(role -> role.owns(account)).findFirst();
  }

  /** The password of an account that exists. */
  public String password(String account) {
    return Digests.of(seed + "/" + account).substring(0, PASSWORD_LENGTH);
  }
}
