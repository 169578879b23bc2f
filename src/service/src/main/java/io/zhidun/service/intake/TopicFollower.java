package io.zhidun.service.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Follows a topic in a thread of its own, from the position in the database. Whatever goes wrong,
 * it starts again from there.
 */
public final class TopicFollower implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(TopicFollower.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long RETRY_SECONDS = 1;

  private final String topicName;
  private final IntakeProperties properties;
  private final IntakePositions positions;
  private final RecordBatch<?, ?> batch;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;
  private boolean complained;

  TopicFollower(
      String topicName,
      IntakeProperties properties,
      IntakePositions positions,
      RecordBatch<?, ?> batch) {
    this.topicName = topicName;
    this.properties = properties;
    this.positions = positions;
    this.batch = batch;
    this.thread = new Thread(this::run, "follows-" + topicName);
  }

  @Override
  public void start() {
    thread.setDaemon(true);
    thread.start();
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

  private void run() {
    while (!stopped(0)) {
      try {
        TopicDescription topic = describe();
        follow(topic);
      } catch (InterruptedException e) {
        return;
      } catch (ExecutionException | RuntimeException e) {
        complain(e);
        if (stopped(RETRY_SECONDS)) {
          return;
        }
      }
    }
  }

  /** Says once that records do not come, not again with every try. */
  private void complain(Exception e) {
    if (!complained) {
      log.warn("cannot read {}, trying again every second: {}", topicName, e.toString());
      log.debug("cannot read {}", topicName, e);
    }
    complained = true;
  }

  private boolean stopped(long waitSeconds) {
    try {
      return stopping.await(waitSeconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  private TopicDescription describe() throws InterruptedException, ExecutionException {
    Map<String, Object> settings = new HashMap<>();
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, properties.kafka());
    settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 5000);
    settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000);
    settings.put("enable.metrics.push", false);
    try (Admin admin = Admin.create(settings)) {
      Map<String, TopicDescription> topics =
          admin.describeTopics(List.of(topicName)).allTopicNames().get();
      return topics.values().iterator().next();
    }
  }

  private void follow(TopicDescription topic) {
    String topicId = topic.topicId().toString();
    List<TopicPartition> partitions =
        topic.partitions().stream()
            .map(p -> new TopicPartition(topic.name(), p.partition()))
            .toList();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      consumer.assign(partitions);
      partitions.forEach(at -> seek(consumer, at, topicId));
      log.info("reading {} with {} partitions", topic.name(), partitions.size());
      complained = false;
      // Ends now and then, to find new partitions and a topic that was made anew.
      long until = System.nanoTime() + properties.lookAgain().toNanos();
      boolean same = true;
      while (same && !stopped(0)) {
        poll(consumer, topicId);
        if (System.nanoTime() - until > 0) {
          same = unchanged(topic);
          until = System.nanoTime() + properties.lookAgain().toNanos();
        }
      }
    }
  }

  private void seek(KafkaConsumer<byte[], byte[]> consumer, TopicPartition at, String topicId) {
    long offset = positions.find(at.topic(), at.partition(), topicId).orElse(0);
    consumer.seek(at, offset);
  }

  private void poll(KafkaConsumer<byte[], byte[]> consumer, String topicId) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    consumer.poll(POLL).forEach(records::add);
    if (!records.isEmpty()) {
      batch.store(records, topicId);
    }
    batch.lag(
        consumer.assignment().stream().mapToLong(at -> consumer.currentLag(at).orElse(0)).sum());
  }

  private boolean unchanged(TopicDescription topic) {
    try {
      TopicDescription now = describe();
      return now.topicId().equals(topic.topicId())
          && now.partitions().size() == topic.partitions().size();
    } catch (ExecutionException | KafkaException e) {
      // The broker is away; polling goes on and finds it again.
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, properties.kafka());
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 << 20);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 2 << 20);
    settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000);
    settings.put("enable.metrics.push", false);
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    return new KafkaConsumer<>(settings, bytes, bytes);
  }
}
