package io.zhidun.collectors.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.RecordHeaders;
import io.zhidun.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the raw topic and checks the stamps of what it reads. */
final class RawTopic implements AutoCloseable {
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<String, Long> next = new HashMap<>();
  private final List<String> values = new ArrayList<>();

  RawTopic(String bootstrap) {
    this(bootstrap, Topics.RAW);
  }

  RawTopic(String bootstrap, String topic) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Reads until there are as many values, or no more come for a while. */
  List<String> read(int count, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (values.size() < count && System.nanoTime() < deadline) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
        check(record);
        values.add(new String(record.value(), StandardCharsets.ISO_8859_1));
      }
    }
    consumer
        .poll(Duration.ofSeconds(1))
        .forEach(record -> values.add(new String(record.value(), StandardCharsets.ISO_8859_1)));
    return values;
  }

  /** Within an epoch of a source, numbers go on from 0 by one. */
  private void check(ConsumerRecord<byte[], byte[]> record) {
    String source = header(record, RecordHeaders.SOURCE);
    String epoch = source + " " + header(record, RecordHeaders.EPOCH);
    long sequence = Long.parseLong(header(record, RecordHeaders.SEQUENCE));
    assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(source);
    assertThat(sequence).as(epoch).isEqualTo(next.getOrDefault(epoch, 0L));
    next.put(epoch, sequence + 1);
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
