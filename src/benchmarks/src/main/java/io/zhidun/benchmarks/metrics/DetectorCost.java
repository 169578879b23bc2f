package io.zhidun.benchmarks.metrics;

import io.zhidun.benchmarks.CpuClock;
import io.zhidun.measure.ensemble.EnsembleDetector;
import io.zhidun.measure.watch.Exhaustion;
import io.zhidun.measure.watch.SeriesWatch;
import io.zhidun.measure.watch.SiteCalendar;
import io.zhidun.measure.watch.Threshold;
import io.zhidun.measure.watch.WatchSettings;
import java.lang.ref.Reference;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What detectors take: CPU of one sample, memory of one series. */
final class DetectorCost {
  private static final long START = 1_700_000_000_000L;
  private static final int ROUNDS = 3;
  private static final int SAMPLES = 20_000;

  /** Everything that can be watched on one gauge. */
  private static final WatchSettings ALL =
      new WatchSettings(
          false,
          List.of(
              new Threshold(
                  Threshold.Side.ABOVE,
                  500,
                  400,
                  Duration.ofMinutes(10),
                  Duration.ofMinutes(10),
                  Duration.ofHours(1))),
          Optional.of(new Exhaustion(1000, Duration.ofDays(3))),
          SiteCalendar.plain(ZoneId.of("Asia/Shanghai")));

  private final double[] values = new double[SAMPLES];

  DetectorCost() {
    Random random = new Random(5);
    for (int i = 0; i < SAMPLES; i++) {
      values[i] = 100 + 30 * Math.sin(2 * Math.PI * i / 1440) + 5 * random.nextGaussian();
    }
  }

  /** Samples a CPU second through all always-on detectors, the clock included; the last round. */
  double watchSpeed(int series) {
    double speed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long before = CpuClock.nanos();
      for (int i = 0; i < series; i++) {
        SeriesWatch watch = new SeriesWatch(ALL);
        for (int j = 0; j < SAMPLES; j++) {
          long time = START + j * 60_000L;
          watch.next(time, values[j], time, finding -> {});
          watch.clock(time, finding -> {});
        }
      }
      speed = series * (double) SAMPLES * 1e9 / (CpuClock.nanos() - before);
    }
    return speed;
  }

  double ensembleSpeed(int series) {
    double speed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long before = CpuClock.nanos();
      for (int i = 0; i < series; i++) {
        EnsembleDetector detector = new EnsembleDetector();
        for (int j = 0; j < SAMPLES; j++) {
          detector.score(START + j * 300_000L, values[j]);
        }
      }
      speed = series * (double) SAMPLES * 1e9 / (CpuClock.nanos() - before);
    }
    return speed;
  }

  /** Heap bytes of a series with all always-on detectors, over so many. */
  double watchBytes(int series) {
    long before = usedHeap();
    SeriesWatch[] all = new SeriesWatch[series];
    for (int i = 0; i < series; i++) {
      all[i] = new SeriesWatch(ALL);
      for (int j = 0; j < 60; j++) {
        all[i].next(START + j * 60_000L, values[j], START + j * 60_000L, finding -> {});
      }
    }
    double bytes = (usedHeap() - before) / (double) series;
    Reference.reachabilityFence(all);
    return bytes;
  }

  double ensembleBytes(int series) {
    long before = usedHeap();
    EnsembleDetector[] all = new EnsembleDetector[series];
    for (int i = 0; i < series; i++) {
      all[i] = new EnsembleDetector();
      for (int j = 0; j < 60; j++) {
        all[i].score(START + j * 60_000L, values[j]);
      }
    }
    double bytes = (usedHeap() - before) / (double) series;
    Reference.reachabilityFence(all);
    return bytes;
  }

  private static long usedHeap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
