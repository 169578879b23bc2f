package io.zhidun.collectors.core.shipper;

import io.zhidun.events.RecordHeaders;
import io.zhidun.events.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic of one partition in memory that answers when the test says so. */
final class FakeKafka implements KafkaClients {
  private static final TopicPartition ONLY = new TopicPartition(Topics.RAW, 0);

  final List<ProducerRecord<byte[], byte[]>> log = new ArrayList<>();
  private MockProducer<byte[], byte[]> producer = newProducer();
  private boolean away;
  private int answered;

  @Override
  public Producer<byte[], byte[]> producer() {
    producer = newProducer();
    answered = 0;
    return producer;
  }

  private MockProducer<byte[], byte[]> newProducer() {
    return new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer()) {
      @Override
      public List<PartitionInfo> partitionsFor(String topic) {
        return FakeKafka.this.partitions(topic);
      }

      @Override
      public synchronized void flush() {
        // Only the test acknowledges.
      }
    };
  }

  private List<PartitionInfo> partitions(String topic) {
    if (away) {
      throw new TimeoutException("away");
    }
    Node node = new Node(1, "127.0.0.1", 1);
    Node[] nodes = {node};
    return List.of(new PartitionInfo(topic, 0, node, nodes, nodes));
  }

  void away(boolean now) {
    away = now;
  }

  /** Records handed over and not answered. */
  int waiting() {
    return producer.history().size() - answered;
  }

  /** Acknowledges everything handed over. */
  void acknowledge() {
    while (waiting() > 0) {
      acknowledgeOne();
    }
  }

  void acknowledgeOne() {
    log.add(producer.history().get(answered));
    answered++;
    producer.completeNext();
  }

  /** Answers one record with an error. */
  void fail(RuntimeException error) {
    answered++;
    producer.errorNext(error);
  }

  /** What the broker wrote although the agent did not live to hear of it. */
  void writeUnheard() {
    for (ProducerRecord<byte[], byte[]> record : producer.history()) {
      if (!log.contains(record)) {
        log.add(record);
      }
    }
  }

  List<String> values() {
    return log.stream().map(record -> text(record.value())).toList();
  }

  List<String> sequences() {
    return log.stream().map(record -> header(record, RecordHeaders.SEQUENCE)).toList();
  }

  static String header(ProducerRecord<byte[], byte[]> record, String name) {
    return text(record.headers().lastHeader(name).value());
  }

  private static String text(byte[] value) {
    return new String(value, StandardCharsets.UTF_8);
  }

  @Override
  public Consumer<byte[], byte[]> consumer() {
    MockConsumer<byte[], byte[]> consumer =
        new MockConsumer<>("earliest") {
          @Override
          public Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
              Map<TopicPartition, Long> times) {
            return Map.of(ONLY, new OffsetAndTimestamp(0, 0));
          }
        };
    consumer.updatePartitions(Topics.RAW, partitions(Topics.RAW));
    consumer.updateBeginningOffsets(Map.of(ONLY, 0L));
    consumer.updateEndOffsets(Map.of(ONLY, (long) log.size()));
    consumer.schedulePollTask(() -> fill(consumer));
    return consumer;
  }

  private void fill(MockConsumer<byte[], byte[]> consumer) {
    for (int i = (int) consumer.position(ONLY); i < log.size(); i++) {
      ProducerRecord<byte[], byte[]> record = log.get(i);
      consumer.addRecord(
          new ConsumerRecord<>(
              Topics.RAW,
              0,
              i,
              0,
              TimestampType.CREATE_TIME,
              record.key().length,
              record.value().length,
              record.key(),
              record.value(),
              record.headers(),
              Optional.empty()));
    }
  }
}
