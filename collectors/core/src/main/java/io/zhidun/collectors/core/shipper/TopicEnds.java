package io.zhidun.collectors.core.shipper;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How far this agent has seen each partition grow. A source with nothing under way need not look
 * for its records before that place after a crash; without this a quiet source would have to read
 * what busy ones wrote for days. Written by the producer's thread, read by any.
 */
final class TopicEnds {
  private static final int MAX_PARTITIONS = 4096;

  private final AtomicLongArray ends = new AtomicLongArray(MAX_PARTITIONS);

  void seen(int partition, long offset) {
    if (partition < MAX_PARTITIONS && ends.get(partition) < offset) {
      ends.lazySet(partition, offset);
    }
  }

  /** Offset of an acknowledged record, or 0. */
  long of(int partition) {
    return partition < 0 || partition >= MAX_PARTITIONS ? 0 : ends.get(partition);
  }
}
