package io.zhidun.measure.objective;

import io.zhidun.events.BilingualText;
import io.zhidun.measure.state.Stateful;
import io.zhidun.measure.watch.SlidingSum;
import io.zhidun.measure.watch.Transition;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Follows one objective over several windows. A tier is raised while both its windows burn at its
 * rate, and cleared once the short one does not. Not thread-safe.
 */
public final class BurnRateWatch implements Stateful {
  /** Buckets of a long window: five to a short one, so that it reaches back true to a fifth. */
  private static final int BUCKETS = 5 * BurnTier.SHORT_SHARE;

  private static final BurnTier[] TIERS = BurnTier.values();
  private static final int PERIOD_BUCKETS = 120;

  private final Objective objective;
  private final SlidingSum[] bad = new SlidingSum[TIERS.length];
  private final SlidingSum[] all = new SlidingSum[TIERS.length];
  private final boolean[] raised = new boolean[TIERS.length];
  private final SlidingSum badOfPeriod;
  private final SlidingSum allOfPeriod;

  public BurnRateWatch(Objective objective) {
    this.objective = objective;
    for (int i = 0; i < TIERS.length; i++) {
      bad[i] = new SlidingSum(TIERS[i].window(), BUCKETS);
      all[i] = new SlidingSum(TIERS[i].window(), BUCKETS);
    }
    badOfPeriod = new SlidingSum(objective.period(), PERIOD_BUCKETS);
    allOfPeriod = new SlidingSum(objective.period(), PERIOD_BUCKETS);
  }

  /**
   * Counts events.
   *
   * @param badEvents how many of them were bad
   * @throws IllegalArgumentException where more were bad than there were, or counts are negative
   */
  public void count(long millis, double badEvents, double events) {
    if (!(badEvents >= 0 && badEvents <= events)) {
      throw new IllegalArgumentException(badEvents + " bad events of " + events);
    }
    for (int i = 0; i < TIERS.length; i++) {
      bad[i].add(millis, badEvents);
      all[i].add(millis, events);
    }
    badOfPeriod.add(millis, badEvents);
    allOfPeriod.add(millis, events);
  }

  /** What became of a tier by this time; to be asked after counting or with the clock. */
  public Transition judge(BurnTier tier, long millis) {
    int i = tier.ordinal();
    double brief = burning(i, millis, true);
    boolean burns = brief >= tier.rate() && burning(tier, millis) >= tier.rate();
    boolean now = raised[i] ? brief >= tier.rate() : burns;
    if (now == raised[i]) {
      return Transition.NONE;
    }
    raised[i] = now;
    return now ? Transition.RAISED : Transition.CLEARED;
  }

  /** How many times too fast the budget burns over the tier's long window. */
  public double burning(BurnTier tier, long millis) {
    return burning(tier.ordinal(), millis, false);
  }

  /** The reason for a raised tier, as a sentence. */
  public BilingualText words(BurnTier tier, long millis) {
    return tier.words(burning(tier, millis));
  }

  public boolean raised(BurnTier tier) {
    return raised[tier.ordinal()];
  }

  /** What is left of the period's budget as a share of it: negative where it is overdrawn. */
  public double budgetLeft(long millis) {
    double events = allOfPeriod.sum(millis);
    return events == 0 ? 1 : 1 - badOfPeriod.sum(millis) / (events * objective.budget());
  }

  private double burning(int tier, long millis, boolean brief) {
    BurnTier which = TIERS[tier];
    double events = all[tier].sum(millis, brief ? which.shortWindow() : which.window());
    if (events < objective.fewest()) {
      return 0;
    }
    double faults = bad[tier].sum(millis, brief ? which.shortWindow() : which.window());
    return faults / events / objective.budget();
  }

  @Override
  public void write(DataOutput out) throws IOException {
    for (int i = 0; i < TIERS.length; i++) {
      bad[i].write(out);
      all[i].write(out);
      out.writeBoolean(raised[i]);
    }
    badOfPeriod.write(out);
    allOfPeriod.write(out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    for (int i = 0; i < TIERS.length; i++) {
      bad[i].read(in);
      all[i].read(in);
      raised[i] = in.readBoolean();
    }
    badOfPeriod.read(in);
    allOfPeriod.read(in);
  }
}
