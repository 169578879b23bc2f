package io.zhidun.simulator.fault;

import io.zhidun.simulator.load.Browser;
import io.zhidun.simulator.load.Person;
import io.zhidun.simulator.load.Stage;
import io.zhidun.simulator.time.Actor;
import io.zhidun.simulator.time.Script;
import io.zhidun.simulator.time.Timeline;
import io.zhidun.simulator.web.SystemName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An attacker whose injected pauses keep the connections of the search: an outage that a security
 * detection explains. Asks on without waiting for answers, as the tools do.
 */
final class InjectionFlood implements Actor {
  private static final Duration EVERY = Duration.ofMillis(400);
  private static final String TARGET = "/publications?q=x%27;SELECT%20SLEEP(9)--";
  private static final String TOOL = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) curl-like/8.1";
  private static final double USUAL_RATE = 5;

  private final Timeline timeline;
  private final Stage stage;
  private final Predicate<Instant> lasts;
  private final String address;
  private final Duration every;

  /**
   * @param lasts whether the attack goes on
   */
  InjectionFlood(
      Timeline timeline, FaultCourse.Scene scene, String address, Predicate<Instant> lasts) {
    this.timeline = timeline;
    this.stage = scene.stage();
    this.lasts = lasts;
    this.address = address;
    double scale = Math.max(1, scene.rate() / USUAL_RATE);
    this.every = Duration.ofNanos((long) (EVERY.toNanos() / scale));
  }

  @Override
  public Optional<Duration> act(Instant now) {
    if (!lasts.test(now)) {
      return Optional.empty();
    }
    Browser browser = stage.browser(SystemName.PUBLIC_SERVICE, new Person(null, address, TOOL));
    timeline.enter(now, new Script.Plan().now(() -> browser.get(TARGET)).script());
    return Optional.of(every);
  }
}
