package io.zhidun.stream.core;

import java.time.Duration;
import java.util.Objects;

/**
 * What every job needs to know.
 *
 * @param kafka bootstrap servers
 * @param group consumer group; its committed offsets are for people to watch, not for recovery
 * @param rules folder of a site's own rules, or empty
 * @param lateness how far an event may arrive behind the newest of its source
 * @param parallelism subtasks of each operator, at least 1
 * @param checkpointInterval how much is read again after a crash, at most
 */
public record JobOptions(
    String kafka,
    String group,
    String rules,
    Duration lateness,
    int parallelism,
    Duration checkpointInterval) {
  public JobOptions {
    Objects.requireNonNull(kafka, "kafka");
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(rules, "rules");
    if (lateness.isNegative()) {
      throw new IllegalArgumentException("lateness must not be negative, was " + lateness);
    }
    if (parallelism < 1) {
      throw new IllegalArgumentException("parallelism must be at least 1, was " + parallelism);
    }
    if (checkpointInterval.compareTo(Duration.ofMillis(100)) < 0) {
      throw new IllegalArgumentException(
          "checkpoint interval must be at least 100 ms, was " + checkpointInterval);
    }
  }

  /** Defaults for one machine. */
  public static JobOptions of(String kafka, String group) {
    return new JobOptions(kafka, group, "", Duration.ofMinutes(2), 1, Duration.ofSeconds(2));
  }
}
