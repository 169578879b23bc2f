package io.zhidun.simulator.load;

import io.zhidun.simulator.log.AuthLog;
import io.zhidun.simulator.site.Role;
import io.zhidun.simulator.time.Script;
import io.zhidun.simulator.web.SystemName;
import java.util.List;
import java.util.random.RandomGenerator;

/** Administrators on the systems' hosts: they sign in by key and look after services. */
final class HostVisits {
  private static final List<String> COMMANDS =
      List.of(
          "/usr/bin/systemctl status nginx",
          "/usr/bin/systemctl reload nginx",
          "/usr/bin/journalctl -u nginx -n 200",
          "/usr/bin/apt-get update",
          "/usr/bin/tail -n 50 /var/log/nginx/error.log",
          "/usr/sbin/nginx -t");
  private static final int ADMINS = 40;

  private final Stage stage;

  HostVisits(Stage stage) {
    this.stage = stage;
  }

  Script admin(RandomGenerator random) {
    SystemName[] systems = SystemName.values();
    AuthLog log = stage.auth(systems[random.nextInt(systems.length)]);
    int index = random.nextInt(ADMINS);
    String account = Role.ADMIN.account(index);
    String address = "10.30.0." + (1 + index);
    int port = 40_000 + random.nextInt(20_000);
    Script.Plan plan = new Script.Plan();
    plan.now(() -> log.accepted("publickey", account, address, port));
    int commands = 1 + random.nextInt(4);
    for (int i = 0; i < commands; i++) {
      String command = COMMANDS.get(random.nextInt(COMMANDS.size()));
      plan.after(Pauses.seconds(4, 60, random), () -> log.sudo(account, "root", command));
    }
    return plan.script();
  }
}
