package io.zhidun.collectors.core.shipper;

import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/**
 * A producer and what is under way in it. When the producer fails for good the link is given up
 * with everything under way, and another takes its place.
 */
final class Link {
  final Producer<byte[], byte[]> producer;
  final Window window;
  private volatile boolean ready;
  private volatile @Nullable Exception fault;

  Link(Producer<byte[], byte[]> producer, Window window) {
    this.producer = producer;
    this.window = window;
  }

  /** Whether sending does not have to wait: the topic is known and the producer sound. */
  boolean ready() {
    return ready && fault == null;
  }

  void markReady() {
    ready = true;
  }

  void fail(Exception cause) {
    fault = cause;
  }

  @Nullable Exception fault() {
    return fault;
  }
}
