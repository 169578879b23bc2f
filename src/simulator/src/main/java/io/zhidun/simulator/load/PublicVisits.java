package io.zhidun.simulator.load;

import io.zhidun.simulator.record.Words;
import io.zhidun.simulator.time.Script;
import io.zhidun.simulator.web.Response;
import io.zhidun.simulator.web.SystemName;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Visits to the public platform. */
final class PublicVisits {
  private static final String NOTHING_FOUND = "/announcements/1";

  private final Stage stage;

  PublicVisits(Stage stage) {
    this.stage = stage;
  }

  /** Looks around without signing in. One in five asks for something that is not there. */
  Script visitor(Person person, RandomGenerator random) {
    Browser browser = stage.browser(SystemName.PUBLIC_SERVICE, person);
    Script.Plan plan = new Script.Plan().now(() -> browser.get("/"));
    if (random.nextInt(5) == 0) {
      plan.after(Duration.ofMillis(80), () -> browser.get("/favicon.ico"));
    }
    if (random.nextInt(3) == 0) {
      int number = 1 + random.nextInt(64);
      plan.after(think(random), () -> browser.get("/announcements/" + number));
    }
    browse(browser, plan, random);
    return plan.script();
  }

  /** Signs in, looks something up, files or pays, signs out. */
  Script applicant(Person person, RandomGenerator random) {
    Browser browser = stage.browser(SystemName.PUBLIC_SERVICE, person);
    Script.Plan plan = new Script.Plan().now(() -> browser.get("/"));
    SignInSteps.add(plan, browser, stage.accounts(), random);
    browse(browser, plan, random);
    if (random.nextInt(3) > 0) {
      fileAndPay(browser, plan, random);
    }
    plan.after(think(random), browser::logout);
    return plan.script();
  }

  private static void browse(Browser browser, Script.Plan plan, RandomGenerator random) {
    int searches = 1 + random.nextInt(3);
    for (int i = 0; i < searches; i++) {
      String words = Words.subject(random);
      plan.after(think(random), () -> browser.list("/publications", words, 0));
      int reads = random.nextInt(5);
      for (int j = 0; j < reads; j++) {
        int choice = random.nextInt(1_000);
        plan.after(think(random), () -> readShown(browser, choice));
      }
    }
  }

  private static void readShown(Browser browser, int choice) {
    String id = browser.shown(choice, "");
    browser.get(id.isEmpty() ? NOTHING_FOUND : "/publications/" + id);
  }

  private static void fileAndPay(Browser browser, Script.Plan plan, RandomGenerator random) {
    AtomicReference<String> filed = new AtomicReference<>("");
    String title = Words.title(random);
    plan.after(
        Pauses.seconds(20, 60, random),
        () -> {
          Response response = browser.post("/filings", Map.of("title", title));
          filed.set(Browser.member(response, "id"));
        });
    plan.after(
        Pauses.seconds(5, 30, random),
        () -> ifFiled(filed, id -> browser.post("/payments", Map.of("filing", id))));
    plan.after(think(random), () -> ifFiled(filed, id -> browser.get("/filings/" + id)));
  }

  private static void ifFiled(AtomicReference<String> filed, Consumer<String> then) {
    String id = filed.get();
    if (id != null && !id.isEmpty()) {
      then.accept(id);
    }
  }

  private static Duration think(RandomGenerator random) {
    return Pauses.seconds(2, 18, random);
  }
}
