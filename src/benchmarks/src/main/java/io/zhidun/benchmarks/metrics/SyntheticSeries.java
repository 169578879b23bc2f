package io.zhidun.benchmarks.metrics;

import io.zhidun.measure.nab.NabSeries;
import io.zhidun.measure.nab.NabWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Seeded series of eight kinds with up to three events of six kinds each, labelled as the published
 * ones are: the windows of a series are a tenth of it. They show whether what holds on the
 * published series holds on others.
 */
final class SyntheticSeries {
  private static final long START = 1_400_000_000_000L;
  private static final long FIVE_MINUTES = 300_000;
  private static final double WINDOWS = 0.1;

  private final Random random;
  private final Kind kind;
  private final double base;
  private final double swing;
  private final double phase;
  private final double noise;
  private final double persistence;
  private double drift;

  private enum Kind {
    UTILISATION,
    RHYTHM,
    COUNTS,
    PRICES,
    TRAFFIC,
    BATCHES,
    BURSTS,
    LATENCY
  }

  private SyntheticSeries(long seed) {
    random = new Random(seed);
    kind = Kind.values()[(int) Math.floorMod(seed, (long) Kind.values().length)];
    base = Math.exp(3 + 2 * random.nextGaussian());
    swing = 0.8 * random.nextDouble();
    phase = 2 * Math.PI * random.nextDouble();
    noise = 0.02 + 0.15 * random.nextDouble();
    persistence = 0.3 + 0.65 * random.nextDouble();
  }

  /** As many series, one of each kind in turn. */
  static List<NabSeries> corpus(int count, long seed) {
    List<NabSeries> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(new SyntheticSeries(seed * 8_000 + i).series("synthetic-" + i));
    }
    return all;
  }

  private NabSeries series(String name) {
    int points = kind == Kind.PRICES ? 1600 : kind == Kind.COUNTS ? 12_000 : 4032;
    long step = kind == Kind.PRICES ? 12 * FIVE_MINUTES : FIVE_MINUTES;
    long[] times = new long[points];
    double[] values = new double[points];
    for (int i = 0; i < points; i++) {
      times[i] = START + i * step;
      values[i] = usual(i, 86_400_000.0 / step);
    }
    return new NabSeries(name, times, values, disturb(values));
  }

  private double usual(int i, double day) {
    double rhythm = Math.sin(2 * Math.PI * i / day + phase) * (i / (int) day % 7 >= 5 ? 0.6 : 1);
    drift = persistence * drift + Math.sqrt(1 - persistence * persistence) * random.nextGaussian();
    double wander = noise * drift;
    return switch (kind) {
      case UTILISATION -> base * (1 + wander) * (random.nextInt(200) == 0 ? 2 : 1);
      case RHYTHM -> base * (1 + swing * rhythm + wander);
      case COUNTS -> Math.round(base * (1 + swing * rhythm) * Math.exp(3 * wander) * waiting());
      case PRICES ->
          base * (1 + 0.4 * swing * rhythm) * Math.exp(wander + noise * random.nextGaussian());
      case TRAFFIC -> Math.max(0, base * (1 + swing * rhythm + 0.2 * random.nextGaussian()));
      case BATCHES ->
          i % 150 < 3 ? base * (8 + random.nextDouble()) : 0.05 * base * random.nextDouble();
      case BURSTS -> random.nextInt(33) == 0 ? base * Math.exp(random.nextGaussian()) : 0;
      case LATENCY -> base * Math.exp(0.2 * drift + 0.02 * random.nextGaussian());
    };
  }

  private double waiting() {
    return -Math.log((1 - random.nextDouble()) * (1 - random.nextDouble())) / 2;
  }

  private List<NabWindow> disturb(double[] values) {
    int events = 1 + random.nextInt(3);
    int width = (int) (WINDOWS * values.length / events);
    double scale = deviation(values);
    List<NabWindow> windows = new ArrayList<>();
    int free = 0;
    for (int i = 0; i < events; i++) {
      double place = 0.2 + 0.75 * (i + 0.15 + 0.6 * random.nextDouble()) / events;
      int at = (int) (place * values.length);
      event(values, at, width / 3, (3 + 3 * random.nextDouble()) * scale);
      int first = Math.max(free, at - width / 2);
      int last = Math.min(values.length - 1, at + width / 2);
      windows.add(new NabWindow(first, last));
      free = last + 1;
    }
    return windows;
  }

  private void event(double[] values, int at, int length, double size) {
    int kindOfEvent = random.nextInt(6);
    int points =
        switch (kindOfEvent) {
          case 0 -> 1 + random.nextInt(3);
          case 1 -> values.length / 6;
          case 5 -> 20;
          default -> length;
        };
    double frozen = values[at];
    double side = random.nextBoolean() ? 1 : -1;
    for (int i = 0; i < points && at + i < values.length; i++) {
      double usual = values[at + i];
      values[at + i] =
          switch (kindOfEvent) {
            case 0 -> usual + 1.7 * size;
            case 1 -> usual + 0.6 * side * size;
            case 2 -> frozen;
            case 3 -> usual + 0.6 * size * i / points;
            case 4 -> usual + 0.4 * size * random.nextGaussian();
            default -> usual - 0.8 * size;
          };
    }
  }

  private static double deviation(double[] values) {
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      sum += value;
      squares += value * value;
    }
    double mean = sum / values.length;
    return Math.sqrt(Math.max(0, squares / values.length - mean * mean));
  }
}
