package io.zhidun.collectors.core;

import org.jspecify.annotations.Nullable;

/**
 * Where reading can begin again.
 *
 * @param sequence number of the first record behind the position
 * @param position the collector's own text, or null when the source was never read
 */
public record Checkpoint(long sequence, @Nullable String position) {
  public Checkpoint {
    if (sequence < 0) {
      throw new IllegalArgumentException("sequence must be at least 0, was " + sequence);
    }
  }
}
