package io.zhidun.simulator.load;

import io.zhidun.simulator.load.People.Kind;
import io.zhidun.simulator.time.Actor;
import io.zhidun.simulator.time.DailyRhythm;
import io.zhidun.simulator.time.DutyHours;
import io.zhidun.simulator.time.Script;
import io.zhidun.simulator.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Starts visits. Their arrivals are a Poisson process whose rate follows the time of day, made by
 * thinning (Lewis and Shedler 1979): candidates arrive at the busiest hour's rate and each is
 * admitted with the share of that rate that holds now.
 */
public final class LoadGenerator implements Actor {
  /** Requests of a visit in the mean, over the mixture below. */
  private static final double REQUESTS_A_VISIT = 9;

  private final Timeline timeline;
  private final People people;
  private final PublicVisits publicVisits;
  private final TrademarkVisits trademarkVisits;
  private final ReviewVisits reviewVisits;
  private final HostVisits hostVisits;
  private final double visitsPerSecond;
  private final SplittableRandom seeds;

  /**
   * @param rate requests a second in the busiest hour
   */
  public LoadGenerator(Timeline timeline, Stage stage, double rate, long seed) {
    this.timeline = timeline;
    this.people = new People(rate);
    this.publicVisits = new PublicVisits(stage);
    this.trademarkVisits = new TrademarkVisits(stage);
    this.reviewVisits = new ReviewVisits(stage);
    this.hostVisits = new HostVisits(stage);
    this.visitsPerSecond = rate / REQUESTS_A_VISIT;
    this.seeds = new SplittableRandom(seed);
  }

  /** Each candidate has a random of its own: what it does is not a matter of when it comes. */
  @Override
  public Optional<Duration> act(Instant now) {
    SplittableRandom random = seeds.split();
    double gap = -Math.log(1 - random.nextDouble()) / visitsPerSecond;
    if (random.nextDouble() < DailyRhythm.at(now)) {
      visit(now, random);
    }
    return Optional.of(Duration.ofNanos((long) (gap * 1e9)));
  }

  private void visit(Instant now, SplittableRandom random) {
    int choice = random.nextInt(100);
    if (choice < 42) {
      begin(Kind.VISITOR, now, random);
    } else if (choice < 60) {
      begin(Kind.APPLICANT, now, random);
    } else if (choice < 76) {
      begin(Kind.AGENT, now, random);
    } else if (choice < 83) {
      begin(Kind.CLERK, now, random);
    } else if (choice < 98) {
      begin(Kind.EXAMINER, now, random);
    } else {
      enter(hostVisits.admin(random), now);
    }
  }

  private void begin(Kind kind, Instant now, SplittableRandom random) {
    Optional<Person> free = people.free(kind, now, random);
    if (free.isEmpty()) {
      return;
    }
    Person person = free.get();
    Script script = script(kind, person, random);
    if (kind.isStaff() && !DutyHours.leaveRoomFor(now, script.length())) {
      return;
    }
    people.occupy(person, now, script.length());
    enter(script, now);
  }

  private Script script(Kind kind, Person person, SplittableRandom random) {
    return switch (kind) {
      case VISITOR -> publicVisits.visitor(person, random);
      case APPLICANT -> publicVisits.applicant(person, random);
      case AGENT -> trademarkVisits.agent(person, random);
      case CLERK -> trademarkVisits.clerk(person, random);
      case EXAMINER -> reviewVisits.examiner(person, random);
    };
  }

  private void enter(Script script, Instant now) {
    timeline.enter(now, script);
  }
}
