package io.zhidun.simulator.load;

import io.zhidun.simulator.record.Words;
import io.zhidun.simulator.time.Script;
import io.zhidun.simulator.web.SystemName;
import java.util.random.RandomGenerator;

/** Visits to the review system. */
public final class ReviewVisits {
  private static final int PAGE_SIZE = 20;

  private final Stage stage;

  public ReviewVisits(Stage stage) {
    this.stage = stage;
  }

  /** An examiner works on the docket: reads some applications, downloads a few. */
  Script examiner(Person person, RandomGenerator random) {
    Browser browser = stage.browser(SystemName.PATENT_REVIEW, person);
    Script.Plan plan = new Script.Plan();
    SignInSteps.add(plan, browser, stage.accounts(), random);
    plan.after(Pauses.seconds(2, 8, random), () -> browser.list("/docket", "", 0));
    String words = Words.subject(random);
    plan.after(Pauses.seconds(5, 20, random), () -> browser.list("/applications", words, 0));
    int reads = 4 + random.nextInt(14);
    for (int i = 0; i < reads; i++) {
      int choice = random.nextInt(1_000);
      String file = random.nextInt(6) == 0 ? "/file" : "";
      plan.after(Pauses.seconds(8, 55, random), () -> read(browser, choice, file));
    }
    plan.after(Pauses.seconds(3, 20, random), browser::logout);
    return plan.script();
  }

  /**
   * An examiner's account reads a whole list, one after the other.
   *
   * @param reading how much, of what, and how fast
   */
  public Script.Plan reader(Person person, Reading reading, RandomGenerator random) {
    Browser browser = stage.browser(SystemName.PATENT_REVIEW, person);
    Script.Plan plan = new Script.Plan().now(() -> browser.login(stage.accounts()));
    String list = "/docket?published=" + reading.published();
    for (int page = 0; page * PAGE_SIZE < reading.distinct(); page++) {
      int number = page;
      plan.after(Pauses.seconds(0.5, 2, random), () -> browser.list(list, "", number));
    }
    for (int i = 0; i < reading.reads(); i++) {
      int choice = i % reading.distinct();
      plan.after(
          Pauses.seconds(reading.leastPause(), reading.mostPause(), random),
          () -> read(browser, choice, ""));
    }
    return plan;
  }

  /**
   * How a list is read.
   *
   * @param reads how many applications are opened
   * @param distinct how many different ones
   * @param leastPause seconds between two, at least
   * @param mostPause seconds between two, at most
   */
  public record Reading(
      int reads, int distinct, boolean published, double leastPause, double mostPause) {}

  /** Where nothing was shown, because the search does not work, one looks at the docket instead. */
  private static void read(Browser browser, int choice, String file) {
    String id = browser.shown(choice, "");
    browser.get(id.isEmpty() ? "/docket" : "/applications/" + id + file);
  }
}
