package io.zhidun.benchmarks.metrics;

import java.util.Random;

/**
 * One healthy system with a rhythm of day and week: twelve series, a sample a minute. Weekends come
 * and go over some hours, as people do.
 */
final class QuietSystem {
  static final int SERIES = 12;
  static final int DAY = 1440;

  private final Random random;
  private final double[] levels = new double[SERIES];
  private final double[] swings = new double[SERIES];
  private final double[] phases = new double[SERIES];
  private final double[] wander = new double[SERIES];

  QuietSystem(long seed) {
    random = new Random(seed);
    for (int i = 0; i < SERIES; i++) {
      levels[i] = Math.exp(2 + 2 * random.nextGaussian());
      swings[i] = 0.2 + 0.5 * random.nextDouble();
      phases[i] = 0.4 * random.nextGaussian();
    }
  }

  /** The value of a series in a minute; minutes must be asked for in order. */
  double next(int series, int minute) {
    double hours = minute / 60.0;
    double day = Math.sin(2 * Math.PI * hours / 24 - Math.PI / 2 + phases[series]);
    double week = hours % 168;
    double weekend = smooth(week - 118) - smooth(week - 166) + smooth(week + 2) - 1;
    wander[series] = 0.95 * wander[series] + 0.31 * random.nextGaussian();
    double load = levels[series] * (1 + swings[series] * day) * (1 - 0.4 * weekend);
    return switch (series % 4) {
      case 0 -> load * (1 + 0.04 * wander[series]);
      case 1 -> Math.round(load * 20 * (1 + 0.05 * random.nextGaussian()));
      case 2 -> load * Math.exp(0.1 * wander[series]);
      default -> levels[series] * (1 + 0.02 * random.nextGaussian());
    };
  }

  /** 0 before, 1 some hours later. */
  private static double smooth(double hours) {
    return 1 / (1 + Math.exp(-hours));
  }
}
