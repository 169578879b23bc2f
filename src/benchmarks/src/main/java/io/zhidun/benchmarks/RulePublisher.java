package io.zhidun.benchmarks;

import io.zhidun.events.Json;
import io.zhidun.events.LiveRule;
import io.zhidun.events.LiveRuleSet;
import io.zhidun.events.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes rule sets as the service does: the texts, then the set that names them. */
final class RulePublisher implements AutoCloseable {
  private final KafkaProducer<String, byte[]> producer;
  private long number;

  RulePublisher(String kafka) {
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                kafka,
                "linger.ms",
                5,
                "compression.type",
                "lz4",
                "max.request.size",
                4 << 20),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Returns the set's number, once the broker has all of it. */
  long publish(List<LiveRule> texts) {
    for (LiveRule text : texts) {
      send(text.id(), text);
    }
    producer.flush();
    number++;
    List<LiveRuleSet.Member> members =
        texts.stream().map(text -> new LiveRuleSet.Member(text.id(), text.version())).toList();
    send(
        LiveRuleSet.KEY,
        new LiveRuleSet(number, Instant.now(), "author", "approver", members, Set.of()));
    producer.flush();
    return number;
  }

  private void send(String key, Object value) {
    var unused =
        producer.send(
            new ProducerRecord<>(Topics.RULES, key, Json.mapper().writeValueAsBytes(value)));
  }

  @Override
  public void close() {
    producer.close();
  }
}
