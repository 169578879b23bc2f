package io.zhidun.collectors.file;

import io.zhidun.collectors.core.Source;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What to follow and how.
 *
 * @param source id, format and zone; several files get {@code id/file name}
 * @param paths absolute paths or globs
 * @param start where reading of files first met begins
 * @param maxLine longest record in bytes; of a longer line the head is shipped
 * @param poll how often a resting file is looked at
 * @param rotatedIdle a file that was rotated away is finished when it was quiet for this long
 */
public record FileOptions(
    Source source,
    List<String> paths,
    StartAt start,
    int maxLine,
    Duration poll,
    Duration rotatedIdle) {
  public static final int DEFAULT_MAX_LINE = 1 << 20;
  public static final Duration DEFAULT_POLL = Duration.ofMillis(10);
  public static final Duration DEFAULT_ROTATED_IDLE = Duration.ofSeconds(2);

  /** Heap holds one block of at least this size a collector. */
  private static final int LARGEST_MAX_LINE = 4 << 20;

  public FileOptions {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(start, "start");
    paths = List.copyOf(paths);
    if (paths.isEmpty()) {
      throw new IllegalArgumentException("paths must name at least one file");
    }
    if (maxLine < 1 || maxLine > LARGEST_MAX_LINE) {
      throw new IllegalArgumentException(
          "maxLine must be 1 to " + LARGEST_MAX_LINE + " bytes, was " + maxLine);
    }
    requirePositive(poll, "poll");
    requirePositive(rotatedIdle, "rotatedIdle");
  }

  private static void requirePositive(Duration value, String name) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " must be positive, was " + value);
    }
  }

  /** Usual limits. */
  public static FileOptions of(Source source, List<String> paths, StartAt start) {
    return new FileOptions(
        source, paths, start, DEFAULT_MAX_LINE, DEFAULT_POLL, DEFAULT_ROTATED_IDLE);
  }
}
