package io.zhidun.service.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as the tables hold them: microseconds since the Unix epoch. */
public final class Micros {
  private Micros() {}

  /** Times out of range are a broken clock's; they are cut to the year 9999. */
  public static long of(Instant time) {
    long seconds = Math.max(-62_135_596_800L, Math.min(time.getEpochSecond(), 253_402_300_799L));
    return seconds * 1_000_000 + time.getNano() / 1_000;
  }

  public static long of(Duration duration) {
    long seconds = Math.max(0, Math.min(duration.getSeconds(), 366L * 86_400));
    return seconds * 1_000_000 + duration.getNano() / 1_000;
  }

  public static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
