package io.zhidun.collectors.probe;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Settings of a probing collector.
 *
 * @param source its name, and that of its source and of the label {@code job}
 * @param interval between two looks at a target
 * @param timeout of a look, over each version of IP
 * @param checks what is looked at
 */
public record ProbeOptions(String source, Duration interval, Duration timeout, List<Check> checks) {
  public static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(15);
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);
  private static final int MOST_CHECKS = 1_000;

  public ProbeOptions {
    Objects.requireNonNull(source, "source");
    checks = List.copyOf(checks);
    if (interval.toMillis() < 100) {
      throw new IllegalArgumentException("interval must be at least 100ms, was " + interval);
    }
    if (timeout.toMillis() < 1 || timeout.compareTo(interval) > 0) {
      throw new IllegalArgumentException(
          "timeout must be at least 1ms and at most the interval, was " + timeout);
    }
    if (checks.isEmpty() || checks.size() > MOST_CHECKS) {
      throw new IllegalArgumentException(
          "checks must be 1 to " + MOST_CHECKS + ", were " + checks.size());
    }
  }
}
