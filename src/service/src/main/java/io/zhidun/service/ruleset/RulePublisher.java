package io.zhidun.service.ruleset;

import io.zhidun.events.Json;
import io.zhidun.events.LiveRule;
import io.zhidun.events.LiveRuleSet;
import io.zhidun.events.Topics;
import io.zhidun.service.ruleset.RuleSetRepository.Activated;
import io.zhidun.service.ruleset.RuleSetRepository.Counter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes the current set to the rules topic, from a thread of its own: the texts, then the set, in
 * one transaction. The database is the truth and says what was published: after a crash between
 * commit and publication, while Kafka is away, or when the topic was made anew, it is written
 * again, which changes nothing for who reads the latest record of each key.
 */
@Component
@ConditionalOnProperty(name = "zhidun.intake.enabled", matchIfMissing = true)
class RulePublisher implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(RulePublisher.class);

  /** Fences off a predecessor that still writes. */
  private static final String TRANSACTIONAL_ID = "zhidun-rules";

  private static final int CALL_MILLIS = 10_000;
  private static final int LARGEST_RECORD = 4 << 20;

  private final RulesTopicProperties properties;
  private final RuleSetRepository sets;
  private final TransactionOperations transaction;
  private final Semaphore wanted = new Semaphore(1);
  private final Thread thread = new Thread(this::run, "rule-publisher");
  private volatile boolean stopped;
  private boolean complained;

  RulePublisher(
      RulesTopicProperties properties, RuleSetRepository sets, TransactionOperations transaction) {
    this.properties = properties;
    this.sets = sets;
    this.transaction = transaction;
  }

  @EventListener
  void on(RuleSetActivated activated) {
    wanted.release();
  }

  @Override
  public void start() {
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void stop() {
    stopped = true;
    wanted.release();
    try {
      thread.join(CALL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread.isAlive();
  }

  private void run() {
    boolean done = false;
    while (!stopped) {
      try {
        // Looks again now and then: the topic may have been made anew.
        long wait = done ? properties.lookAgain().toMillis() : 1_000;
        if (wanted.tryAcquire(wait, TimeUnit.MILLISECONDS)) {
          wanted.drainPermits();
        }
        if (!stopped) {
          publish();
          done = true;
          complained = false;
        }
      } catch (InterruptedException e) {
        return;
      } catch (ExecutionException | RuntimeException e) {
        done = false;
        complain(e);
      }
    }
  }

  private void complain(Exception e) {
    if (!complained) {
      log.warn("cannot publish rules, trying again every second: {}", e.toString());
      log.debug("cannot publish rules", e);
    }
    complained = true;
  }

  private void publish() throws InterruptedException, ExecutionException {
    Counter counter = sets.counter();
    if (counter.number() == 0) {
      return;
    }
    String topicId = topicId();
    if (counter.published() == counter.number() && counter.topic().equals(topicId)) {
      return;
    }
    Activated set = sets.find(counter.number()).orElseThrow();
    write(set, sets.content(set.number()));
    transaction.executeWithoutResult(status -> sets.published(set.number(), topicId));
    log.info("published rule set {}", set.number());
  }

  private void write(Activated set, SiteRules rules)
      throws InterruptedException, ExecutionException {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    List<LiveRuleSet.Member> members = new ArrayList<>();
    rules
        .texts()
        .forEach(
            (id, text) -> {
              LiveRule rule = LiveRule.of(id, text.path(), text.text());
              members.add(new LiveRuleSet.Member(id, rule.version()));
              records.add(record(id, rule));
            });
    records.add(
        record(
            LiveRuleSet.KEY,
            new LiveRuleSet(
                set.number(), set.at(), set.author(), set.approver(), members, rules.disabled())));
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      producer.initTransactions();
      producer.beginTransaction();
      try {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        records.forEach(record -> sent.add(producer.send(record)));
        producer.flush();
        for (Future<RecordMetadata> one : sent) {
          one.get();
        }
        producer.commitTransaction();
      } catch (KafkaException | ExecutionException e) {
        producer.abortTransaction();
        throw e;
      }
    }
  }

  private static ProducerRecord<byte[], byte[]> record(String key, Object value) {
    return new ProducerRecord<>(
        Topics.RULES, key.getBytes(StandardCharsets.UTF_8), Json.mapper().writeValueAsBytes(value));
  }

  private String topicId() throws InterruptedException, ExecutionException {
    Map<String, Object> settings = clientSettings();
    settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, CALL_MILLIS);
    try (Admin admin = Admin.create(settings)) {
      Map<String, TopicDescription> topics =
          admin.describeTopics(List.of(Topics.RULES)).allTopicNames().get();
      return topics.values().iterator().next().topicId().toString();
    }
  }

  private Map<String, Object> clientSettings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, properties.kafka());
    settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, CALL_MILLIS / 2);
    settings.put("enable.metrics.push", false);
    return settings;
  }

  private KafkaProducer<byte[], byte[]> producer() {
    Map<String, Object> settings = clientSettings();
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 2 * CALL_MILLIS);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, CALL_MILLIS);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, CALL_MILLIS);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * LARGEST_RECORD);
    ByteArraySerializer bytes = new ByteArraySerializer();
    return new KafkaProducer<>(settings, bytes, bytes);
  }
}
