package io.zhidun.collectors.core.shipper;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds the bytes that are on their way to Kafka, so that sending never has to wait for the
 * producer's memory. Safe for use by several threads.
 */
final class Window {
  private final long limit;
  private final AtomicLong used = new AtomicLong();

  Window(long limit) {
    this.limit = limit;
  }

  /** Takes room; a record larger than the whole window passes when it is alone. */
  boolean acquire(long bytes) {
    long before = used.getAndAdd(bytes);
    if (before == 0 || before + bytes <= limit) {
      return true;
    }
    used.addAndGet(-bytes);
    return false;
  }

  void release(long bytes) {
    used.addAndGet(-bytes);
  }

  boolean hasRoom() {
    return used.get() < limit;
  }
}
