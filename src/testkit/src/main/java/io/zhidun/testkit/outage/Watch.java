package io.zhidun.testkit.outage;

import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/**
 * One detector on one measure: noisy samples, a threshold that must be crossed for some samples,
 * evaluated at its own rhythm. The threshold follows what was measured before the fault.
 */
final class Watch {
  /** How a threshold follows from the mean of the quiet time. */
  record Threshold(double factor, double plus, double floor, boolean below) {
    double of(double mean) {
      return below ? mean * factor : Math.max(floor, mean * factor + plus);
    }
  }

  final String node;
  final String signal;
  final int severity;
  private final DoubleSupplier measure;
  private final Threshold threshold;
  private final int needed;
  private final int rhythm;
  private final int phase;
  private double sum;
  private int quiet;
  private int crossed;
  private double smooth;
  private boolean firing;

  Watch(
      String node,
      String signal,
      int severity,
      DoubleSupplier measure,
      Threshold threshold,
      SplittableRandom random) {
    this.node = node;
    this.signal = signal;
    this.severity = severity;
    this.measure = measure;
    this.threshold = threshold;
    needed = 1 + random.nextInt(8);
    rhythm = 3 * (1 + random.nextInt(4));
    phase = random.nextInt(rhythm);
  }

  void learn() {
    sum += measure.getAsDouble();
    quiet++;
  }

  /** Whether an alert begins with this sample. */
  boolean begins(int tick, SplittableRandom random) {
    double value = measure.getAsDouble() * Math.exp(0.08 * gaussian(random));
    smooth = smooth == 0 ? value : smooth * 0.6 + value * 0.4;
    double limit = threshold.of(sum / quiet);
    boolean beyond = threshold.below() ? smooth < limit : smooth > limit;
    crossed = beyond ? crossed + 1 : 0;
    if (tick % rhythm != phase) {
      return false;
    }
    boolean before = firing;
    firing = crossed >= needed;
    return firing && !before;
  }

  boolean isFiring() {
    return firing;
  }

  private static double gaussian(SplittableRandom random) {
    double u = Math.max(1e-12, random.nextDouble());
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
