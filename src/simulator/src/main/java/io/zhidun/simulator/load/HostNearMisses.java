package io.zhidun.simulator.load;

import io.zhidun.simulator.log.AuthLog;
import io.zhidun.simulator.site.Role;
import io.zhidun.simulator.time.Script;
import io.zhidun.simulator.web.SystemName;
import java.util.random.RandomGenerator;

/** Near misses of the rules about SSH and sudo. */
final class HostNearMisses {
  private static final int ADMINS = 1_000;

  private final Stage stage;

  HostNearMisses(Stage stage) {
    this.stage = stage;
  }

  /** Four failures within a minute: one less than guessing. */
  Script fourFailures(int n, RandomGenerator random) {
    Script.Plan plan = new Script.Plan();
    fail(plan, 4, 2, 12, n, random);
    return plan.script();
  }

  /** An administrator finds the right password at the third try. */
  Script failuresThenSuccess(int n, RandomGenerator random) {
    AuthLog log = log(random);
    String account = account(n);
    String address = Addresses.ofNearMiss(n);
    Script.Plan plan = new Script.Plan();
    for (int i = 0; i < 2; i++) {
      int port = port(random);
      plan.after(Pauses.seconds(4, 10, random), () -> log.passwordFailed(account, address, port));
    }
    int port = port(random);
    plan.after(
        Pauses.seconds(4, 10, random), () -> log.accepted("password", account, address, port));
    return plan.script();
  }

  /** Nine failures, but never five within a minute. */
  Script slowFailures(int n, RandomGenerator random) {
    Script.Plan plan = new Script.Plan();
    fail(plan, 9, 17, 40, n, random);
    return plan.script();
  }

  /** The right command with the wrong password, once, and then as it should be. */
  Script mistypedSudo(int n, RandomGenerator random) {
    AuthLog log = log(random);
    String account = account(n);
    String command = "/usr/bin/systemctl restart nginx";
    return new Script.Plan()
        .now(() -> log.accepted("publickey", account, Addresses.ofNearMissStaff(n), port(random)))
        .after(
            Pauses.seconds(5, 20, random),
            () -> log.sudoRefused(account, "1 incorrect password attempt", "root", command))
        .after(Pauses.seconds(5, 20, random), () -> log.sudo(account, "root", command))
        .script();
  }

  private void fail(
      Script.Plan plan, int times, double least, double most, int n, RandomGenerator random) {
    AuthLog log = log(random);
    String address = Addresses.ofNearMiss(n);
    for (int i = 0; i < times; i++) {
      int port = port(random);
      plan.after(
          Pauses.seconds(least, most, random),
          () -> log.passwordFailedForUnknown("report", address, port));
    }
  }

  private AuthLog log(RandomGenerator random) {
    SystemName[] systems = SystemName.values();
    return stage.auth(systems[random.nextInt(systems.length)]);
  }

  private static String account(int n) {
    return Role.ADMIN.account(8_000 + n % ADMINS);
  }

  private static int port(RandomGenerator random) {
    return 30_000 + random.nextInt(30_000);
  }
}
