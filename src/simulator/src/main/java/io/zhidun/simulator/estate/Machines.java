package io.zhidun.simulator.estate;

import io.zhidun.simulator.time.DailyRhythm;
import io.zhidun.simulator.time.DutyHours;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.random.RandomGenerator;

/**
 * Memory, disk and clock of the estate's machines, as they are when nothing is wrong, and what
 * faults make of it.
 */
final class Machines {
  private static final double MEMORY_LIMIT = 512L << 20;
  private static final double DISK = 200L << 30;

  /** From here on the collector of garbage takes the time that requests need. */
  private static final double CROWDED_MEMORY = 0.75;

  private static final double MOST_SLOW = 600;

  private Machines() {}

  static double memoryLimit() {
    return MEMORY_LIMIT;
  }

  static double diskSize() {
    return DISK;
  }

  /** Bytes in use: more by day, between two collections up and down, and what leaked. */
  static double memory(Instant now, double leaked, RandomGenerator random) {
    double usual = 0.34 + 0.12 * DailyRhythm.at(now) + 0.06 * random.nextDouble();
    return MEMORY_LIMIT * (usual + (1 - usual) * leaked);
  }

  /** By what a component is slower whose memory is nearly used up. */
  static double slowness(double leaked) {
    double over = Math.max(0, leaked - CROWDED_MEMORY) / (1 - CROWDED_MEMORY);
    return 1 + (MOST_SLOW - 1) * over * over;
  }

  /** Bytes free: logs grow through the day and are rotated away at three in the morning. */
  static double diskFree(Instant now, double filled) {
    ZonedDateTime local = now.atZone(DutyHours.ZONE).minusHours(3);
    double day = (local.toLocalTime().toSecondOfDay()) / 86_400.0;
    double usual = 0.55 + 0.02 * day;
    return DISK * (1 - usual) * (1 - filled);
  }

  /** Seconds that a clock kept by NTP is off. */
  static double jitter(RandomGenerator random) {
    return (random.nextDouble() - 0.5) * 0.004;
  }
}
