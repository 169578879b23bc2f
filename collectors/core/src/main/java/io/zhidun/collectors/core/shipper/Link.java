package io.zhidun.collectors.core.shipper;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/**
 * A producer and what is under way in it. When the producer fails for good the link is given up
 * with everything under way, and another takes its place.
 */
final class Link {
  final Producer<byte[], byte[]> producer;
  final Window window;
  private final Set<String> ready = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Exception fault;

  Link(Producer<byte[], byte[]> producer, Window window) {
    this.producer = producer;
    this.window = window;
  }

  /** Whether sending does not have to wait: the topic is known and the producer sound. */
  boolean ready(String topic) {
    return fault == null && ready.contains(topic);
  }

  /** Whether Kafka was found at all, and the producer is sound. */
  boolean ready() {
    return fault == null && !ready.isEmpty();
  }

  void markReady(String topic) {
    ready.add(topic);
  }

  void fail(Exception cause) {
    fault = cause;
  }

  @Nullable Exception fault() {
    return fault;
  }
}
