package io.zhidun.collectors.file;

import java.time.Instant;

/** Times as records carry them. */
final class Micros {
  private Micros() {}

  /** Microseconds since the Unix epoch. */
  static long of(Instant instant) {
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
  }
}
