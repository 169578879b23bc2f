package io.zhidun.collectors.core.metrics;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * When each source was last seen to have brought something: the moment at which its count had grown
 * since it was looked at before. As exact as the figures are asked for, and costs nothing a record.
 */
final class Heartbeats {
  private final Clock clock;
  private final Map<String, Beat> beats = new HashMap<>();

  private record Beat(long count, double seconds) {}

  Heartbeats(Clock clock) {
    this.clock = clock;
  }

  /** Seconds since the Unix epoch; 0 while nothing came. */
  synchronized double of(String source, long count) {
    Beat last = beats.get(source);
    if (last == null || last.count != count) {
      last = new Beat(count, count == 0 ? 0 : clock.millis() / 1e3);
      beats.put(source, last);
    }
    return last.seconds;
  }
}
