package io.zhidun.simulator.attack;

import io.zhidun.simulator.load.Addresses;
import io.zhidun.simulator.load.Pauses;
import io.zhidun.simulator.load.Stage;
import io.zhidun.simulator.log.AuthLog;
import io.zhidun.simulator.time.Script;
import io.zhidun.simulator.web.SystemName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Tries passwords over SSH: at least five within a minute, from one address. */
final class SshGuessing implements Attack {
  private static final List<String> USERS =
      List.of("root", "admin", "oracle", "postgres", "test", "nginx", "deploy", "backup");
  private static final int LEAST = 6;

  private final String name;
  private final boolean ipv6;
  private final boolean succeeds;

  /**
   * @param succeeds whether the last password is right
   */
  SshGuessing(String name, boolean ipv6, boolean succeeds) {
    this.name = name;
    this.ipv6 = ipv6;
    this.succeeds = succeeds;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Attempt plan(int n, Instant begin, Stage stage, RandomGenerator random) {
    String from = Addresses.ofAttacker(n, ipv6);
    SystemName system = Targets.any(random);
    AuthLog log = stage.auth(system);
    Script.Plan steps = new Script.Plan();
    int guesses = LEAST + random.nextInt(5);
    for (int i = 0; i < guesses; i++) {
      int port = 30_000 + random.nextInt(30_000);
      String user = succeeds ? "deploy" : USERS.get(random.nextInt(USERS.size()));
      steps.after(Pauses.seconds(0.8, 2.5, random), () -> guess(log, user, from, port));
    }
    if (succeeds) {
      int port = 30_000 + random.nextInt(30_000);
      steps.after(
          Pauses.seconds(0.8, 2.5, random), () -> log.accepted("password", "deploy", from, port));
    }
    return new Attempt(from, system, succeeds ? "deploy" : null, expectations(from), steps);
  }

  private List<Expectation> expectations(String from) {
    List<Expectation> expectations = new ArrayList<>();
    expectations.add(Expectation.of(RuleNames.SSH_GUESSING, "source.ip", from));
    if (succeeds) {
      expectations.add(Expectation.of(RuleNames.SSH_SUCCESS_AFTER_GUESSING, "source.ip", from));
    }
    return expectations;
  }

  private static void guess(AuthLog log, String user, String from, int port) {
    if (user.equals("root") || user.equals("deploy") || user.equals("backup")) {
      log.passwordFailed(user, from, port);
    } else {
      log.passwordFailedForUnknown(user, from, port);
    }
  }
}
