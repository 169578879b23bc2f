package io.zhidun.simulator.fault;

import io.zhidun.simulator.attack.GroundTruth;
import io.zhidun.simulator.estate.Component;
import io.zhidun.simulator.load.Addresses;
import io.zhidun.simulator.load.Stage;
import io.zhidun.simulator.log.ApplicationLog;
import io.zhidun.simulator.time.Actor;
import io.zhidun.simulator.time.Timeline;
import io.zhidun.simulator.web.SystemName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Follows the schedule: lets those come who are part of a fault, logs what a deployment leaves, and
 * writes the truth when a fault is over.
 */
public final class FaultCourse implements Actor {
  private static final Duration EVERY = Duration.ofMillis(500);
  private static final int FIRST_ATTACKER = 200_000;

  private final FaultSchedule schedule;
  private final Scene scene;
  private final Truths truths;
  private final Timeline timeline;
  private final SplittableRandom seeds;
  private final Set<String> begun = new HashSet<>();
  private final Set<String> written = new HashSet<>();

  /**
   * Where faults happen.
   *
   * @param logs the application log of each system
   * @param rate requests a second in the busiest hour
   * @param each told the time at each step, to bring about what only the process can do
   */
  public record Scene(
      Stage stage, Map<SystemName, ApplicationLog> logs, double rate, Consumer<Instant> each) {}

  /** Where the truth is written: of the faults, and of the attack that is one. */
  public record Truths(FaultTruth faults, GroundTruth attacks) {}

  public FaultCourse(
      Timeline timeline, FaultSchedule schedule, Scene scene, Truths truths, long seed) {
    this.timeline = timeline;
    this.schedule = schedule;
    this.scene = scene;
    this.truths = truths;
    this.seeds = new SplittableRandom(seed);
  }

  @Override
  public Optional<Duration> act(Instant now) {
    scene.each().accept(now);
    for (Fault fault : schedule.all()) {
      if (!now.isBefore(fault.start()) && begun.add(fault.id())) {
        begin(fault, now);
      }
      if (!now.isBefore(fault.end()) && written.add(fault.id())) {
        finish(fault);
      }
    }
    return Optional.of(EVERY);
  }

  private void begin(Fault fault, Instant now) {
    SplittableRandom random = seeds.split();
    Predicate<Instant> lasts = at -> schedule.lasts(fault.id(), at);
    switch (fault.kind()) {
      case THUNDERING_HERD ->
          timeline.enter(now, new Crowd(timeline, scene.stage(), lasts, scene.rate(), random));
      case ATTACK_OUTAGE ->
          timeline.enter(now, new InjectionFlood(timeline, scene, address(fault), lasts));
      case BAD_DEPLOY -> deployed(fault, Fault.BAD_VERSION);
      default -> {}
    }
  }

  private void finish(Fault fault) {
    boolean attack = fault.kind() == FaultKind.ATTACK_OUTAGE;
    truths.faults().write(FaultTruth.Line.of(fault, attack ? address(fault) : null));
    if (attack) {
      truths.attacks().writeOutage(fault.id(), address(fault), fault.start(), fault.end());
    }
    if (fault.kind() == FaultKind.BAD_DEPLOY) {
      deployed(fault, Fault.MENDED_VERSION);
    }
  }

  private void deployed(Fault fault, String version) {
    scene
        .logs()
        .forEach(
            (system, log) -> {
              if (Component.of(system) == fault.target()) {
                log.info("deploy", "version " + version + " started");
              }
            });
  }

  /** From where a fault's attacker comes: above the numbers of those who only attack. */
  private static String address(Fault fault) {
    int number = Integer.parseInt(fault.id().split("-", -1)[1]);
    return Addresses.ofAttacker(FIRST_ATTACKER + number, true);
  }
}
