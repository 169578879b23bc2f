package io.zhidun.service.canary;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zhidun.events.CanaryEvent;
import io.zhidun.events.Detection;
import io.zhidun.events.Event;
import io.zhidun.events.Json;
import io.zhidun.events.RawRecord;
import io.zhidun.events.RecordHeaders;
import io.zhidun.events.Topics;
import io.zhidun.rules.DetectionRun;
import io.zhidun.rules.RuleSet;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The shipped rules between the two topics, in the stream's place: what the stream itself does with
 * canaries is tested there.
 */
final class MatchingRules implements AutoCloseable {
  private final String kafka;
  private final RuleSet rules = RuleSet.catalog();
  private final Map<String, DetectionRun> runs = new HashMap<>();
  private final Set<String> deaf = ConcurrentHashMap.newKeySet();
  private final Set<Long> epochs = new ConcurrentSkipListSet<>();
  private final Thread thread = new Thread(this::run, "matching-rules");
  private volatile boolean stopping;

  MatchingRules(String kafka) {
    this.kafka = kafka;
    thread.start();
  }

  /** From now on a rule fires no more. */
  void silence(String ruleId) {
    deaf.add(ruleId);
  }

  void restore(String ruleId) {
    deaf.remove(ruleId);
  }

  /** Epochs seen, in their order. */
  Set<Long> epochs() {
    return new TreeSet<>(epochs);
  }

  private void run() {
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka);
    ByteArrayDeserializer in = new ByteArrayDeserializer();
    ByteArraySerializer out = new ByteArraySerializer();
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, in, in);
        KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings, out, out)) {
      List<TopicPartition> all = List.of(new TopicPartition(Topics.RAW, 0));
      consumer.assign(all);
      consumer.seekToBeginning(all);
      while (!stopping) {
        consumer.poll(Duration.ofMillis(50)).forEach(record -> take(record, producer));
      }
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record, KafkaProducer<byte[], byte[]> producer) {
    RawRecord raw =
        new RawRecord(
            header(record, RecordHeaders.DATASET),
            header(record, RecordHeaders.COLLECTOR),
            header(record, RecordHeaders.SOURCE),
            Long.parseLong(header(record, RecordHeaders.EPOCH)),
            Long.parseLong(header(record, RecordHeaders.SEQUENCE)),
            Long.parseLong(header(record, RecordHeaders.RECEIVED)),
            null,
            header(record, RecordHeaders.ZONE),
            record.value());
    epochs.add(raw.epoch());
    CanaryEvent canary = CanaryEvent.read(raw.value());
    Event event = new Event();
    canary.fill(event);
    event.header(raw);
    runs.computeIfAbsent(canary.run(), run -> new DetectionRun(rules))
        .on(event, detection -> tell(detection, producer));
  }

  private void tell(Detection detection, KafkaProducer<byte[], byte[]> producer) {
    String id = detection.rule().id();
    if (!deaf.contains(id)) {
      byte[] value = Json.mapper().writeValueAsBytes(Map.of("detection", detection));
      var unused = producer.send(new ProducerRecord<>(Topics.CANARIES, id.getBytes(UTF_8), value));
    }
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  @Override
  public void close() throws InterruptedException {
    stopping = true;
    thread.join();
  }
}
