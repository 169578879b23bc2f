package io.zhidun.simulator.load;

import io.zhidun.simulator.record.Words;
import io.zhidun.simulator.time.Script;
import io.zhidun.simulator.web.SystemName;
import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Visits to the trademark register. */
final class TrademarkVisits {
  private final Stage stage;

  TrademarkVisits(Stage stage) {
    this.stage = stage;
  }

  /** An agent looks for similar marks and files one. */
  Script agent(Person person, RandomGenerator random) {
    Browser browser = stage.browser(SystemName.TRADEMARK, person);
    Script.Plan plan = new Script.Plan();
    SignInSteps.add(plan, browser, stage.accounts(), random);
    look(browser, plan, random);
    int filings = random.nextInt(3);
    for (int i = 0; i < filings; i++) {
      String name = Words.markName(random);
      plan.after(
          Pauses.seconds(15, 50, random), () -> browser.post("/marks", Map.of("name", name)));
    }
    plan.after(think(random), browser::logout);
    return plan.script();
  }

  /** A clerk looks marks up and exports at most three lists. */
  Script clerk(Person person, RandomGenerator random) {
    return clerk(person, random.nextInt(4), random);
  }

  /** A clerk who exports so many lists, half a minute to a minute apart. */
  Script clerk(Person person, int exports, RandomGenerator random) {
    Browser browser = stage.browser(SystemName.TRADEMARK, person);
    Script.Plan plan = new Script.Plan();
    SignInSteps.add(plan, browser, stage.accounts(), random);
    look(browser, plan, random);
    for (int i = 0; i < exports; i++) {
      String part = Words.markPart(random);
      plan.after(Pauses.seconds(30, 60, random), () -> browser.post("/exports", Map.of("q", part)));
    }
    plan.after(think(random), browser::logout);
    return plan.script();
  }

  private static void look(Browser browser, Script.Plan plan, RandomGenerator random) {
    int searches = 1 + random.nextInt(3);
    for (int i = 0; i < searches; i++) {
      String part = Words.markPart(random);
      plan.after(think(random), () -> browser.list("/marks", part, 0));
      int reads = random.nextInt(4);
      for (int j = 0; j < reads; j++) {
        int choice = random.nextInt(1_000);
        plan.after(
            think(random), () -> browser.get("/marks/" + browser.shown(choice, "TM71000000")));
      }
    }
  }

  private static Duration think(RandomGenerator random) {
    return Pauses.seconds(3, 20, random);
  }
}
