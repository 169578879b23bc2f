package io.zhidun.simulator.attack;

import io.zhidun.simulator.load.Addresses;
import io.zhidun.simulator.load.Pauses;
import io.zhidun.simulator.load.Stage;
import io.zhidun.simulator.log.AuthLog;
import io.zhidun.simulator.site.Role;
import io.zhidun.simulator.time.Script;
import io.zhidun.simulator.web.SystemName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** An account that may not use sudo signs in, is refused, and finds a way to a root shell. */
final class SudoEscalation implements Attack {
  @Override
  public String name() {
    return "sudo-privilege-escalation";
  }

  @Override
  public Attempt plan(int n, Instant begin, Stage stage, RandomGenerator random) {
    String from = Addresses.ofInsider(n);
    String account = Role.ADMIN.account(Targets.account(n));
    SystemName system = Targets.any(random);
    AuthLog log = stage.auth(system);
    int port = 40_000 + random.nextInt(20_000);
    Script.Plan steps =
        new Script.Plan()
            .now(() -> log.accepted("publickey", account, from, port))
            .after(
                Pauses.seconds(3, 9, random),
                () ->
                    log.sudoRefused(
                        account, "user NOT in sudoers", "root", "/usr/bin/cat /etc/shadow"))
            .after(Pauses.seconds(5, 15, random), () -> log.sudo(account, "root", "/bin/bash"));
    Expectation escalation =
        new Expectation(
            RuleNames.SUDO, Map.of("host.name", system.host(), "user.name", account), true);
    return new Attempt(from, system, account, List.of(escalation), steps);
  }
}
