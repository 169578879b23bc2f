package io.zhidun.simulator.attack;

import io.zhidun.simulator.load.Stage;
import io.zhidun.simulator.time.Actor;
import io.zhidun.simulator.time.Script;
import io.zhidun.simulator.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Begins the chosen attacks in turn, one every interval, and writes the truth of each. Their
 * numbers, and so their addresses and accounts, go on where an earlier run's truth ends.
 */
public final class AttackPlan implements Actor {
  private final Timeline timeline;
  private final Stage stage;
  private final GroundTruth truth;
  private final List<Attack> attacks;
  private final Campaign campaign;
  private final Instant end;
  private final SplittableRandom seeds;
  private int begun;

  /**
   * @param end when the run ends; no attack begins that would not be over by then
   */
  public AttackPlan(
      Timeline timeline,
      Stage stage,
      GroundTruth truth,
      Campaign campaign,
      Instant end,
      long seed) {
    this.timeline = timeline;
    this.stage = stage;
    this.truth = truth;
    this.attacks = Attacks.named(campaign.names());
    this.campaign = campaign;
    this.end = end;
    this.seeds = new SplittableRandom(seed);
  }

  @Override
  public Optional<Duration> act(Instant now) {
    if (isOver()) {
      return Optional.empty();
    }
    Attack attack = attacks.get(begun % attacks.size());
    int n = truth.firstRun() + begun++;
    Attempt attempt = attack.plan(n, now, stage, seeds.split());
    Script script = script(n, attack, attempt, now);
    if (script.length().compareTo(Duration.between(now, end)) < 0) {
      timeline.enter(now, script);
    }
    return Optional.of(campaign.interval());
  }

  private boolean isOver() {
    int rounds = campaign.rounds();
    return attacks.isEmpty() || (rounds > 0 && begun >= rounds * attacks.size());
  }

  /** The truth is written with the last step, so that it never claims what did not happen. */
  private Script script(int n, Attack attack, Attempt attempt, Instant started) {
    return attempt
        .steps()
        .after(Duration.ZERO, finished -> truth.write(n, attack.name(), attempt, started, finished))
        .script();
  }
}
