package io.zhidun.simulator.attack;

import io.zhidun.simulator.load.Addresses;
import io.zhidun.simulator.load.Person;
import io.zhidun.simulator.load.ReviewVisits;
import io.zhidun.simulator.load.ReviewVisits.Reading;
import io.zhidun.simulator.load.Stage;
import io.zhidun.simulator.site.Role;
import io.zhidun.simulator.time.DutyHours;
import io.zhidun.simulator.time.Script;
import io.zhidun.simulator.web.SystemName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * An examiner's account signs in to the review system and reads a little. Whether that is an attack
 * depends on the hour alone: within duty hours the truth says that the rule must not fire.
 */
final class OffDutyLogin implements Attack {
  private static final Reading LITTLE = new Reading(5, 5, false, 2, 6);

  @Override
  public String name() {
    return "review-login-outside-duty-hours";
  }

  @Override
  public Attempt plan(int n, Instant begin, Stage stage, RandomGenerator random) {
    String from = Addresses.ofInsider(n);
    String account = Role.EXAMINER.account(Targets.account(n));
    Person person = new Person(account, from, "Mozilla/5.0 (X11; Linux x86_64; rv:139.0)");
    Script.Plan steps = new ReviewVisits(stage).reader(person, LITTLE, random);
    boolean mustFire = !DutyHours.cover(begin);
    Expectation login = expectation(account, mustFire);
    return new Attempt(from, SystemName.PATENT_REVIEW, account, List.of(login), steps);
  }

  /** What an examiner's login at this moment sets off besides anything else. */
  static List<Expectation> unlessOnDuty(String account, Instant login) {
    return DutyHours.cover(login) ? List.of() : List.of(expectation(account, true));
  }

  private static Expectation expectation(String account, boolean mustFire) {
    return new Expectation(RuleNames.OFF_DUTY_LOGIN, Map.of("user.name", account), mustFire);
  }
}
