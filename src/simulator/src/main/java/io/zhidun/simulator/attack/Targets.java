package io.zhidun.simulator.attack;

import io.zhidun.simulator.web.SystemName;
import java.util.random.RandomGenerator;

/** Chooses what is attacked. */
final class Targets {
  /** Accounts of attackers are the last thousand of their role; nobody else uses those. */
  private static final int FIRST_ACCOUNT = 9_000;

  private static final int ACCOUNTS = 1_000;

  private Targets() {}

  static SystemName any(RandomGenerator random) {
    SystemName[] systems = SystemName.values();
    return systems[random.nextInt(systems.length)];
  }

  /** Index of the account that the n-th attack uses. */
  static int account(int n) {
    return FIRST_ACCOUNT + n % ACCOUNTS;
  }
}
