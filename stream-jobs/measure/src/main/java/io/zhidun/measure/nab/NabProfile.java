package io.zhidun.measure.nab;

/**
 * What a detection, a false alert and a missed window weigh. The weight of a false alert follows
 * the paper: windows are a tenth of the data, so a detector that alerts at random comes out near
 * zero.
 */
public enum NabProfile {
  STANDARD(1, 0.11, 1),
  REWARD_LOW_FALSE_POSITIVES(1, 0.22, 1),
  REWARD_LOW_FALSE_NEGATIVES(1, 0.11, 2);

  private final double detected;
  private final double falseAlert;
  private final double missed;

  NabProfile(double detected, double falseAlert, double missed) {
    this.detected = detected;
    this.falseAlert = falseAlert;
    this.missed = missed;
  }

  double detected() {
    return detected;
  }

  double falseAlert() {
    return falseAlert;
  }

  double missed() {
    return missed;
  }
}
