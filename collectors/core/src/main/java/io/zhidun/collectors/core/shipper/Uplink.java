package io.zhidun.collectors.core.shipper;

import io.zhidun.collectors.core.Stamp;
import io.zhidun.events.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shipper's side towards Kafka: finds out when the topics can be written, replaces a producer
 * that failed for good, and asks the topic what was shipped before the agent last died.
 */
final class Uplink {
  private static final Logger LOG = LoggerFactory.getLogger(Uplink.class);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(1);

  private final KafkaClients clients;
  private final long windowBytes;
  private final Map<KafkaOutlet, SourceState> unresolved = new ConcurrentHashMap<>();
  private final Map<String, TopicEnds> ends = new ConcurrentHashMap<>();
  private volatile Link link;
  private boolean announced;
  private int probes;

  Uplink(KafkaClients clients, long windowBytes) {
    this.clients = clients;
    this.windowBytes = windowBytes;
    ends.put(
        Topics.RAW, new TopicEnds()); // an agent without sources says too whether Kafka is there
    this.link = newLink();
  }

  private Link newLink() {
    return new Link(clients.producer(), new Window(windowBytes));
  }

  Link link() {
    return link;
  }

  /** Ends of a topic, which from now on is looked for. */
  TopicEnds ends(String topic) {
    return ends.computeIfAbsent(topic, name -> new TopicEnds());
  }

  /** Whether all topics can be written. */
  boolean ready() {
    return ends.keySet().stream().allMatch(link::ready);
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
    probe();
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

  /** Asks for one topic a round: one that is missing takes a second to say so. */
  private void probe() {
    List<String> missing = ends.keySet().stream().filter(name -> !link.ready(name)).toList();
    if (missing.isEmpty()) {
      return;
    }
    String topic = missing.get(probes++ % missing.size());
    if (!exists(topic)) {
      announce("Kafka cannot be reached or has no topic " + topic + "; waiting");
      return;
    }
    link.markReady(topic);
    LOG.info("Kafka takes records for {}", topic);
    announced = false;
  }

  private boolean exists(String topic) {
    try {
      return !link.producer.partitionsFor(topic).isEmpty();
    } catch (TimeoutException e) {
      return false;
    }
  }

  private void announce(String message) {
    if (!announced) {
      LOG.warn("{}", message);
      announced = true;
    }
  }

  private void resolve() {
    Map<String, Map<KafkaOutlet, SourceState>> byTopic = new HashMap<>();
    unresolved.forEach(
        (outlet, state) ->
            byTopic
                .computeIfAbsent(outlet.source().destination().topic(), topic -> new HashMap<>())
                .put(outlet, state));
    byTopic.keySet().removeIf(topic -> !link.ready(topic));
    byTopic.forEach(this::resolve);
  }

  private void resolve(String topic, Map<KafkaOutlet, SourceState> asked) {
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
