package io.zhidun.stream.detect;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * When a detection was told: in which run of the process, behind which checkpoint. Travels as the
 * header {@code told} of detections, so that a restart can find what was told after the checkpoint
 * that it goes back to.
 *
 * @param run start of the process, milliseconds; a later run has a larger one
 * @param checkpoint number of the last checkpoint before
 */
record Telling(long run, long checkpoint) {
  static final String HEADER = "told";

  /** This process. */
  static final long RUN = ManagementFactory.getRuntimeMXBean().getStartTime();

  Header toHeader() {
    String text = run + "." + checkpoint;
    return new RecordHeader(HEADER, text.getBytes(StandardCharsets.US_ASCII));
  }

  /** What a header says, or null where it says nothing. */
  static @Nullable Telling of(@Nullable Header header) {
    if (header == null || header.value() == null) {
      return null;
    }
    List<String> parts =
        List.of(new String(header.value(), StandardCharsets.US_ASCII).split("\\."));
    try {
      return parts.size() == 2
          ? new Telling(Long.parseLong(parts.get(0)), Long.parseLong(parts.get(1)))
          : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * Whether it lies behind a checkpoint that is gone back to: told by the same run after it, or by
   * a later run, which began there and got to no checkpoint of its own.
   *
   * @param gone the checkpoint, told of by the run that made it
   */
  boolean isBehind(Telling gone) {
    return run > gone.run || run == gone.run && checkpoint >= gone.checkpoint;
  }
}
