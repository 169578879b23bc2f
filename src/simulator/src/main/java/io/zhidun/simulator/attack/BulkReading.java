package io.zhidun.simulator.attack;

import io.zhidun.simulator.load.Addresses;
import io.zhidun.simulator.load.Person;
import io.zhidun.simulator.load.ReviewVisits;
import io.zhidun.simulator.load.ReviewVisits.Reading;
import io.zhidun.simulator.load.Stage;
import io.zhidun.simulator.site.Role;
import io.zhidun.simulator.time.Script;
import io.zhidun.simulator.web.SystemName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** An examiner's account reads unpublished applications one after the other, by a script. */
final class BulkReading implements Attack {
  private static final int READ = 62;

  @Override
  public String name() {
    return "bulk-reading-unpublished";
  }

  @Override
  public Attempt plan(int n, Instant begin, Stage stage, RandomGenerator random) {
    String from = Addresses.ofInsider(n);
    String account = Role.EXAMINER.account(Targets.account(n));
    Person person = new Person(account, from, "python-requests/2.32");
    Reading reading = new Reading(READ, READ, false, 0.4, 1.6);
    Script.Plan steps = new ReviewVisits(stage).reader(person, reading, random);
    List<Expectation> expectations = new ArrayList<>(OffDutyLogin.unlessOnDuty(account, begin));
    expectations.add(Expectation.of(RuleNames.BULK_READING, "user.name", account));
    return new Attempt(from, SystemName.PATENT_REVIEW, account, expectations, steps);
  }
}
