package io.zhidun.service.canary;

import io.zhidun.events.Detection;
import io.zhidun.events.Json;
import io.zhidun.events.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Follows what fired on canaries. Keeps no position: it begins a schedule back, and what it has
 * taken before changes nothing.
 */
@Component
@ConditionalOnProperty(name = "zhidun.canary.enabled", matchIfMissing = true)
class CanaryConsumer implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(CanaryConsumer.class);
  private static final int MOST_BYTES = 1 << 20;
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A topic that was made anew, or got partitions, is found so often. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

  private final CanaryProperties properties;
  private final CanaryBook book;
  private final Clock clock;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "canary-consumer");
  private volatile @Nullable Instant seen;
  private boolean complained;

  CanaryConsumer(CanaryProperties properties, CanaryBook book, Clock clock) {
    this.properties = properties;
    this.book = book;
    this.clock = clock;
  }

  /**
   * Everything that the broker had at this time has been taken; null before the first time. Who has
   * not fired by then is silent; while the broker is away nobody is.
   */
  @Nullable Instant seen() {
    return seen;
  }

  @Override
  public void start() {
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    while (!stopped(0)) {
      try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
        follow(consumer);
      } catch (RuntimeException e) {
        complain(e);
        if (stopped(1)) {
          return;
        }
      }
    }
  }

  private void complain(Exception e) {
    if (!complained) {
      log.warn("cannot read {}, trying again every second: {}", Topics.CANARIES, e.toString());
      log.debug("cannot read {}", Topics.CANARIES, e);
    }
    complained = true;
  }

  private void follow(KafkaConsumer<byte[], byte[]> consumer) {
    List<PartitionInfo> partitions = consumer.partitionsFor(Topics.CANARIES, ANSWER);
    if (partitions == null || partitions.isEmpty()) {
      throw new KafkaException("the topic " + Topics.CANARIES + " is not there");
    }
    List<TopicPartition> all =
        partitions.stream().map(p -> new TopicPartition(p.topic(), p.partition())).toList();
    consumer.assign(all);
    seek(consumer, all);
    complained = false;
    long until = System.nanoTime() + LOOK_AGAIN.toNanos();
    while (!stopped(0) && System.nanoTime() - until < 0) {
      Instant before = clock.instant();
      Map<TopicPartition, Long> ends = consumer.endOffsets(all, ANSWER);
      do {
        consumer.poll(POLL).forEach(this::take);
      } while (!stopped(0) && !reached(consumer, ends));
      seen = before;
    }
  }

  private void seek(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> all) {
    long since = clock.instant().minus(properties.interval().multipliedBy(2)).toEpochMilli();
    Map<TopicPartition, Long> times = all.stream().collect(Collectors.toMap(p -> p, p -> since));
    Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times, ANSWER);
    for (TopicPartition partition : all) {
      OffsetAndTimestamp offset = found.get(partition);
      if (offset == null) {
        consumer.seekToEnd(List.of(partition));
      } else {
        consumer.seek(partition, offset.offset());
      }
    }
  }

  private static boolean reached(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey(), ANSWER) >= end.getValue());
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    byte[] value = record.value();
    if (value == null || value.length > MOST_BYTES) {
      log.debug("{}@{} is empty or too large", record.topic(), record.offset());
      return;
    }
    try {
      Judged judged = Json.mapper().readValue(value, Judged.class);
      if (judged != null && judged.detection != null) {
        book.fired(judged.detection, Instant.ofEpochMilli(record.timestamp()));
      }
    } catch (JacksonException | IllegalArgumentException e) {
      log.debug("{}@{} is no detection: {}", record.topic(), record.offset(), e.toString());
    }
  }

  private record Judged(@Nullable Detection detection) {}

  private boolean stopped(long waitSeconds) {
    try {
      return stopping.await(waitSeconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, properties.kafka());
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 2 << 20);
    settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    settings.put("enable.metrics.push", false);
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    return new KafkaConsumer<>(settings, bytes, bytes);
  }

  @Override
  public void stop() {
    stopping.countDown();
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread.isAlive();
  }
}
