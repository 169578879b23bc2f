package io.zhidun.simulator.fault;

import io.zhidun.simulator.estate.Operation;
import io.zhidun.simulator.load.Addresses;
import io.zhidun.simulator.load.Browser;
import io.zhidun.simulator.load.Person;
import io.zhidun.simulator.load.Stage;
import io.zhidun.simulator.load.UserAgents;
import io.zhidun.simulator.record.Words;
import io.zhidun.simulator.time.Actor;
import io.zhidun.simulator.time.DailyRhythm;
import io.zhidun.simulator.time.Script;
import io.zhidun.simulator.time.Timeline;
import io.zhidun.simulator.web.SystemName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * The thundering herd: many come at once and each looks one thing up. Each has an address of its
 * own, so that nothing but their number is remarkable.
 */
final class Crowd implements Actor {
  private static final Duration EVERY = Duration.ofMillis(500);
  private static final double FACTOR = 8;

  /** Above the numbers of those who come anyway. */
  private static final int FIRST_ADDRESS = 100_000;

  private static final int ADDRESSES = 150_000;

  /** At night the share of the day is small; a herd is a herd. */
  private static final double LEAST_RHYTHM = 0.4;

  private final Timeline timeline;
  private final Stage stage;
  private final Predicate<Instant> lasts;
  private final double rate;
  private final SplittableRandom random;
  private int came;

  Crowd(
      Timeline timeline,
      Stage stage,
      Predicate<Instant> lasts,
      double rate,
      SplittableRandom random) {
    this.timeline = timeline;
    this.stage = stage;
    this.lasts = lasts;
    this.rate = rate;
    this.random = random;
  }

  @Override
  public Optional<Duration> act(Instant now) {
    if (!lasts.test(now)) {
      return Optional.empty();
    }
    double usual = rate * Operation.PUBLIC_SEARCH.share();
    double more = usual * FACTOR * Math.max(LEAST_RHYTHM, DailyRhythm.at(now));
    int arrivals = (int) Math.round(more * EVERY.toMillis() / 1e3 + random.nextDouble() - 0.5);
    for (int i = 0; i < arrivals; i++) {
      timeline.enter(now.plusMillis(random.nextInt((int) EVERY.toMillis())), one());
    }
    return Optional.of(EVERY);
  }

  private Script one() {
    String address = Addresses.ofPublic(FIRST_ADDRESS + came++ % ADDRESSES);
    Person person = new Person(null, address, UserAgents.pick(random));
    Browser browser = stage.browser(SystemName.PUBLIC_SERVICE, person);
    String words = Words.subject(random);
    return new Script.Plan().now(() -> browser.list("/publications", words, 0)).script();
  }
}
