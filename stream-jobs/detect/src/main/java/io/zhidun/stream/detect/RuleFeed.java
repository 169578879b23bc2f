package io.zhidun.stream.detect;

import io.zhidun.events.LiveRuleSet;
import io.zhidun.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the rule topic from its beginning for as long as the process lives, whatever becomes of the
 * broker meanwhile. One thread a process: every subtask runs the same sets.
 */
final class RuleFeed {
  private static final Logger LOG = LoggerFactory.getLogger(RuleFeed.class);

  /** The topic has one partition, so that texts and their set stay in order. */
  private static final TopicPartition PARTITION = new TopicPartition(Topics.RULES, 0);

  private static final Duration POLL = Duration.ofSeconds(5);
  private static final long RETRY_SECONDS = 2;

  private final String kafka;
  private final LiveRules rules;

  /** Number of the set that was offered last. */
  private long offered;

  private RuleFeed(String kafka, LiveRules rules) {
    this.kafka = kafka;
    this.rules = rules;
  }

  static void start(String kafka, LiveRules rules) {
    Thread thread = new Thread(new RuleFeed(kafka, rules)::run, "rule-feed");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    while (true) {
      try (Consumer<String, byte[]> consumer = consumer()) {
        read(consumer);
      } catch (RuntimeException e) {
        LOG.warn("the rule topic cannot be read, trying again: {}", e.toString());
      }
      try {
        TimeUnit.SECONDS.sleep(RETRY_SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private Consumer<String, byte[]> consumer() {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            kafka,
            "client.id",
            "rule-feed",
            "enable.auto.commit",
            false,
            "allow.auto.create.topics",
            false,
            "default.api.timeout.ms",
            10_000,
            "fetch.max.wait.ms",
            5_000);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private void read(Consumer<String, byte[]> consumer) {
    RuleTexts texts = new RuleTexts();
    consumer.assign(List.of(PARTITION));
    consumer.seekToBeginning(List.of(PARTITION));
    long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
    boolean caughtUp = false;
    while (true) {
      caughtUp = caughtUp || consumer.position(PARTITION) >= end;
      if (caughtUp) {
        offer(texts);
        rules.caughtUp();
      }
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        if (record.key() != null) {
          texts.on(record.key(), record.value());
        }
      }
    }
  }

  /** Of sets that came together only the last is worth compiling. */
  private void offer(RuleTexts texts) {
    LiveRuleSet set = texts.set();
    if (set != null && set.number() != offered) {
      offered = set.number();
      rules.offer(set, texts);
    }
  }
}
