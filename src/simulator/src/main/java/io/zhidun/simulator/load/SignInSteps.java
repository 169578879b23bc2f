package io.zhidun.simulator.load;

import io.zhidun.simulator.site.Accounts;
import io.zhidun.simulator.time.Script;
import java.util.random.RandomGenerator;

/** How people sign in: one in fifteen mistypes the password first. */
final class SignInSteps {
  private static final int ONE_MISTYPES_IN = 15;

  private SignInSteps() {}

  static void add(Script.Plan plan, Browser browser, Accounts accounts, RandomGenerator random) {
    if (random.nextInt(ONE_MISTYPES_IN) == 0) {
      plan.after(Pauses.seconds(3, 9, random), () -> browser.login("mistyped"));
    }
    plan.after(Pauses.seconds(3, 9, random), () -> browser.login(accounts));
  }
}
