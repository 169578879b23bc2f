package io.zhidun.simulator.attack;

import io.zhidun.simulator.load.Addresses;
import io.zhidun.simulator.load.Browser;
import io.zhidun.simulator.load.Pauses;
import io.zhidun.simulator.load.Person;
import io.zhidun.simulator.load.Stage;
import io.zhidun.simulator.time.Script;
import io.zhidun.simulator.web.SystemName;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** Asks for what installations often leave lying about; nothing of it is there. */
final class WebScan implements Attack {
  private static final List<String> PATHS =
      List.of(
          "/admin/",
          "/backup.zip",
          "/old/",
          "/test/",
          "/console/",
          "/manager/html",
          "/internal/",
          "/server-status",
          "/druid/index.html",
          "/swagger-ui.html",
          "/api-docs",
          "/upload/",
          "/.svn/entries",
          "/web.rar",
          "/db.sql.gz",
          "/login.action",
          "/jenkins/",
          "/nacos/");
  private static final String SCANNER = "Mozilla/5.0 (compatible; inventory-scan/1.4)";

  @Override
  public String name() {
    return "web-scan";
  }

  @Override
  public Attempt plan(int n, Instant begin, Stage stage, RandomGenerator random) {
    String from = Addresses.ofAttacker(n, random.nextBoolean());
    SystemName system = Targets.any(random);
    Browser browser = stage.browser(system, new Person(null, from, SCANNER));
    Script.Plan steps = new Script.Plan();
    for (String path : PATHS) {
      steps.after(Pauses.seconds(0.2, 1.5, random), () -> browser.get(path));
    }
    Expectation scan = Expectation.of(RuleNames.WEB_SCAN, "source.ip", from);
    return new Attempt(from, system, null, List.of(scan), steps);
  }
}
