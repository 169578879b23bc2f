package io.zhidun.collectors.core.shipper;

import io.zhidun.collectors.core.Stamp;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shipper's side towards Kafka: finds out when the topic can be written, replaces a producer
 * that failed for good, and asks the topic what was shipped before the agent last died.
 */
final class Uplink {
  private static final Logger LOG = LoggerFactory.getLogger(Uplink.class);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(1);

  private final KafkaClients clients;
  private final long windowBytes;
  private final String topic;
  private final Map<KafkaOutlet, SourceState> unresolved = new ConcurrentHashMap<>();
  private final TopicEnds ends = new TopicEnds();
  private volatile Link link;
  private boolean announced;

  Uplink(KafkaClients clients, long windowBytes, String topic) {
    this.clients = clients;
    this.windowBytes = windowBytes;
    this.topic = topic;
    this.link = newLink();
  }

  private Link newLink() {
    return new Link(clients.producer(), new Window(windowBytes));
  }

  Link link() {
    return link;
  }

  TopicEnds ends() {
    return ends;
  }

  /** The outlet hears what was shipped as soon as Kafka can be asked. */
  void resumeLater(KafkaOutlet outlet, SourceState state) {
    unresolved.put(outlet, state);
  }

  void tend(Collection<KafkaOutlet> outlets) throws IOException {
    Exception fault = link.fault();
    if (fault != null) {
      replace(outlets, fault);
    }
    if (!link.ready() && !probe()) {
      return;
    }
    if (!unresolved.isEmpty()) {
      resolve();
    }
  }

  private void replace(Collection<KafkaOutlet> outlets, Exception fault) throws IOException {
    LOG.error("the producer failed and is replaced", fault);
    // Waits for the producer's thread, so that none of its answers comes after the change.
    link.producer.close(Duration.ZERO);
    Link next = newLink();
    link = next;
    for (KafkaOutlet outlet : outlets) {
      outlet.relink(next);
    }
  }

  private boolean probe() {
    try {
      if (link.producer.partitionsFor(topic).isEmpty()) {
        return false;
      }
    } catch (TimeoutException e) {
      announce("Kafka cannot be reached or has no topic " + topic + "; waiting");
      return false;
    }
    link.markReady();
    LOG.info("Kafka takes records");
    announced = false;
    return true;
  }

  private void announce(String message) {
    if (!announced) {
      LOG.warn("{}", message);
      announced = true;
    }
  }

  private void resolve() {
    Map<KafkaOutlet, SourceState> asked = Map.copyOf(unresolved);
    Map<String, Stamp> shipped;
    try (Consumer<byte[], byte[]> consumer = clients.consumer()) {
      shipped = new TopicTail(consumer, topic).lastShipped(asked.values());
    }
    asked.forEach(
        (outlet, state) -> {
          Stamp found = shipped.get(state.source());
          LOG.info("{}: last shipped {}, last saved {}", state.source(), found, state.acked());
          outlet.resumed(later(state.acked(), found));
          unresolved.remove(outlet);
        });
  }

  private static Stamp later(Stamp saved, @Nullable Stamp found) {
    return found == null || found.compareTo(saved) < 0 ? saved : found;
  }

  /** Waits for what is under way, as far as Kafka answers in time. */
  void flush(Duration patience) {
    if (!link.ready()) {
      return;
    }
    Thread flush = new Thread(link.producer::flush, "shipper-flush");
    flush.setDaemon(true);
    flush.start();
    try {
      flush.join(patience.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void close() {
    link.producer.close(CLOSE_PATIENCE);
  }
}
