package io.zhidun.collectors.core.spool;

import java.util.concurrent.atomic.AtomicLong;

/** Bytes on disk that all spools of an agent share. Safe for use by several threads. */
public final class SpoolBudget {
  private final long limit;
  private final AtomicLong used = new AtomicLong();

  public SpoolBudget(long limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1 byte, was " + limit);
    }
    this.limit = limit;
  }

  public long used() {
    return used.get();
  }

  boolean hasRoom(long bytes) {
    return used.get() + bytes <= limit;
  }

  void add(long bytes) {
    used.addAndGet(bytes);
  }
}
