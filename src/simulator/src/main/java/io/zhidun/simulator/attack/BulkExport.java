package io.zhidun.simulator.attack;

import io.zhidun.simulator.load.Addresses;
import io.zhidun.simulator.load.Browser;
import io.zhidun.simulator.load.Pauses;
import io.zhidun.simulator.load.Person;
import io.zhidun.simulator.load.Stage;
import io.zhidun.simulator.record.Words;
import io.zhidun.simulator.site.Role;
import io.zhidun.simulator.time.Script;
import io.zhidun.simulator.web.SystemName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A clerk's account exports list after list of trademark records. */
final class BulkExport implements Attack {
  private static final int EXPORTS = 14;

  @Override
  public String name() {
    return "trademark-bulk-export";
  }

  @Override
  public Attempt plan(int n, Instant begin, Stage stage, RandomGenerator random) {
    String from = Addresses.ofInsider(n);
    String account = Role.CLERK.account(Targets.account(n));
    Person person = new Person(account, from, "python-requests/2.32");
    Browser browser = stage.browser(SystemName.TRADEMARK, person);
    Script.Plan steps = new Script.Plan().now(() -> browser.login(stage.accounts()));
    for (int i = 0; i < EXPORTS; i++) {
      String part = Words.markPart(random);
      steps.after(Pauses.seconds(1, 4, random), () -> browser.post("/exports", Map.of("q", part)));
    }
    Expectation export = Expectation.of(RuleNames.BULK_EXPORT, "user.name", account);
    return new Attempt(from, SystemName.TRADEMARK, account, List.of(export), steps);
  }
}
