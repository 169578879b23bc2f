package io.zhidun.benchmarks.metrics;

import io.zhidun.measure.watch.Exhaustion;
import io.zhidun.measure.watch.ExhaustionForecast;
import io.zhidun.measure.watch.Transition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Disks that fill within four to thirty days, with noise, a rhythm of the day, nightly logs that
 * are removed again, and a change of pace in some; and certificates that run out.
 */
final class ForecastTrials {
  private static final long START = 1_700_000_000_000L;
  private static final double HOUR = 3_600_000;
  private static final long STEP = 300_000;
  private static final double SIZE = 500e9;

  private final List<Double> warningHours = new ArrayList<>();
  private final List<Double> errors = new ArrayList<>();

  void run(int trials) {
    for (int i = 0; i < trials; i++) {
      disk(new Random(i));
    }
    for (int days = 20; days < 60; days += 10) {
      certificate(days);
    }
  }

  /** Hours between warning and exhaustion, ascending; 0 where there was no warning. */
  List<Double> warningHours() {
    return warningHours.stream().sorted().toList();
  }

  /** Error of the remaining time at the warning as a share of it, ascending. */
  List<Double> errors() {
    return errors.stream().sorted().toList();
  }

  private void disk(Random random) {
    double days = 4 + 26 * random.nextDouble();
    double pace = SIZE * 0.6 / (days * 288);
    double noise = pace * 3 * random.nextDouble();
    double rhythm = 0.8 * random.nextDouble();
    double nightly = random.nextBoolean() ? 0.01 * SIZE * random.nextDouble() : 0;
    double later = random.nextInt(3) == 0 ? 1.5 : 1;
    List<Double> used = new ArrayList<>();
    double level = 0.4 * SIZE;
    for (int i = 0; level < SIZE; i++) {
      double day = i % 288 / 288.0;
      double faster = level > 0.5 * SIZE ? later : 1;
      level += faster * pace * (1 + rhythm * Math.sin(2 * Math.PI * day));
      used.add(level + noise * random.nextGaussian() + (day < 0.25 ? nightly * day * 4 : 0));
    }
    judge(used, new Exhaustion(SIZE, Duration.ofHours(72)));
  }

  private void certificate(int days) {
    List<Double> left = new ArrayList<>();
    for (long i = days * 288L; i > 0; i--) {
      left.add(i * STEP / 1e3);
    }
    judge(left, new Exhaustion(0, Duration.ofDays(14)));
  }

  private void judge(List<Double> values, Exhaustion exhaustion) {
    ExhaustionForecast forecast = new ExhaustionForecast(exhaustion);
    long end = START + values.size() * STEP;
    for (int i = 0; i < values.size(); i++) {
      long now = START + i * STEP;
      if (forecast.next(now, values.get(i)) == Transition.RAISED) {
        double left = end - now;
        warningHours.add(left / HOUR);
        errors.add(Math.abs(forecast.exhausted().orElse(now) - end) / left);
        return;
      }
    }
    warningHours.add(0.0);
  }
}
