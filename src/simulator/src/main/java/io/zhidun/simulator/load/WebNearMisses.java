package io.zhidun.simulator.load;

import io.zhidun.simulator.time.Script;
import io.zhidun.simulator.web.SystemName;
import java.util.List;
import java.util.random.RandomGenerator;

/** Near misses of the rules about web requests. */
final class WebNearMisses {
  /** Words that people search for and that attacks are also made of. */
  private static final List<String> HARMLESS =
      List.of(
          "select transistor from array",
          "union joint or bearing",
          "subscription script",
          "drop hammer, table saw",
          "cat litter; sand",
          "O'Neill type valve",
          "R&D <5 nm",
          "shell and tube exchanger");

  private final Stage stage;

  WebNearMisses(Stage stage) {
    this.stage = stage;
  }

  /** A page with nine dead links: one less than a scan. */
  Script nineNotFound(int n, RandomGenerator random) {
    return dead(9, 0.1, 5, n, random);
  }

  /** Twenty dead links, but never ten within a minute. */
  Script manyNotFoundSlowly(int n, RandomGenerator random) {
    return dead(20, 7.5, 15, n, random);
  }

  Script harmlessWords(int n, RandomGenerator random) {
    Browser browser = visitor(n, random);
    Script.Plan plan = new Script.Plan();
    for (String words : HARMLESS) {
      plan.after(Pauses.seconds(3, 12, random), () -> browser.list("/publications", words, 0));
    }
    return plan.script();
  }

  private Script dead(int links, double least, double most, int n, RandomGenerator random) {
    Browser browser = visitor(n, random);
    Script.Plan plan = new Script.Plan();
    for (int i = 0; i < links; i++) {
      String link = "/announcements/" + (100 + random.nextInt(900));
      plan.after(Pauses.seconds(least, most, random), () -> browser.get(link));
    }
    return plan.script();
  }

  private Browser visitor(int n, RandomGenerator random) {
    Person person = new Person(null, Addresses.ofNearMiss(n), UserAgents.pick(random));
    return stage.browser(SystemName.PUBLIC_SERVICE, person);
  }
}
