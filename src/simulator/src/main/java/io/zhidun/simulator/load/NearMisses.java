package io.zhidun.simulator.load;

import io.zhidun.simulator.load.ReviewVisits.Reading;
import io.zhidun.simulator.site.Role;
import io.zhidun.simulator.time.Actor;
import io.zhidun.simulator.time.DutyHours;
import io.zhidun.simulator.time.Script;
import io.zhidun.simulator.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Lets somebody do, every few minutes, nearly what a rule looks for: one less than the threshold,
 * the same number over a longer time, or the same number of something harmless. Each time it is
 * another address and another account, which nobody else uses.
 */
public final class NearMisses implements Actor {
  private static final Duration EVERY = Duration.ofSeconds(150);

  /** Accounts from here up to those of the attacks belong to near misses. */
  private static final int FIRST_ACCOUNT = 8_000;

  private static final int ACCOUNTS = 1_000;

  /** A near miss by the n-th person. */
  @FunctionalInterface
  private interface Kind {
    Script script(int n, RandomGenerator random);
  }

  private final Timeline timeline;
  private final Stage stage;
  private final SplittableRandom seeds;
  private final List<Kind> anyTime;
  private final List<Kind> onDuty;
  private int done;

  public NearMisses(Timeline timeline, Stage stage, long seed) {
    this.timeline = timeline;
    this.stage = stage;
    this.seeds = new SplittableRandom(seed);
    HostNearMisses hosts = new HostNearMisses(stage);
    WebNearMisses web = new WebNearMisses(stage);
    this.anyTime =
        List.of(
            hosts::fourFailures,
            hosts::failuresThenSuccess,
            hosts::slowFailures,
            hosts::mistypedSudo,
            web::nineNotFound,
            web::manyNotFoundSlowly,
            web::harmlessWords);
    this.onDuty =
        List.of(
            (n, random) -> reader(n, new Reading(49, 49, false, 8, 11.5), random),
            (n, random) -> reader(n, new Reading(80, 40, false, 4, 7), random),
            (n, random) -> reader(n, new Reading(70, 70, true, 3, 6), random),
            this::nineExports);
  }

  @Override
  public Optional<Duration> act(Instant now) {
    int n = done++;
    Kind kind = anyTime.get(n % anyTime.size());
    timeline.enter(now, kind.script(2 * n, seeds.split()));
    Script script = onDuty.get(n % onDuty.size()).script(2 * n + 1, seeds.split());
    if (DutyHours.leaveRoomFor(now, script.length())) {
      timeline.enter(now, script);
    }
    return Optional.of(EVERY);
  }

  private Script reader(int n, Reading reading, RandomGenerator random) {
    return new ReviewVisits(stage)
        .reader(staff(Role.EXAMINER, n, random), reading, random)
        .script();
  }

  private Script nineExports(int n, RandomGenerator random) {
    return new TrademarkVisits(stage).clerk(staff(Role.CLERK, n, random), 9, random);
  }

  private static Person staff(Role role, int n, RandomGenerator random) {
    String account = role.account(FIRST_ACCOUNT + n % ACCOUNTS);
    return new Person(account, Addresses.ofNearMissStaff(n), UserAgents.pick(random));
  }
}
