package io.zhidun.measure.choice;

/** How a series behaves, and which detectors that calls for. */
public enum Behaviour {
  /** Too few samples came to say. */
  UNKNOWN(false, false, false),
  /** Nearly always the same value: any lasting change speaks for itself. */
  CONSTANT(false, false, true),
  /** Only grows, but for beginning again at a lower value: its rate is watched. */
  COUNTER(true, true, true),
  /**
   * Mostly zero: the baseline of an hour is zero, and only how densely it is not tells anything.
   */
  SPARSE(false, true, false),
  /** Repeats itself from day to day. */
  RHYTHMIC(false, true, true),
  /** None of these. */
  IRREGULAR(false, true, true);

  private final boolean rate;
  private final boolean ensemble;
  private final boolean season;

  Behaviour(boolean rate, boolean ensemble, boolean season) {
    this.rate = rate;
    this.ensemble = ensemble;
    this.season = season;
  }

  /** Whether the series' rate is watched instead of its values. */
  public boolean watchesRate() {
    return rate;
  }

  /** Whether the ensemble can say anything about it that cheaper detectors do not. */
  public boolean callsForEnsemble() {
    return ensemble;
  }

  /** Whether findings of season and change are worth telling. */
  public boolean callsForSeason() {
    return season;
  }
}
