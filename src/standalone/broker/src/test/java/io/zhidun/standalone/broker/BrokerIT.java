package io.zhidun.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerIT {
  private static final int RECORDS = 1_000;

  @TempDir private Path folder;
  private BrokerProcess broker;

  @BeforeEach
  void start() throws Exception {
    broker = new BrokerProcess(folder);
    broker.start();
  }

  @AfterEach
  void end() throws InterruptedException {
    broker.kill();
  }

  @Test
  void keepsEveryAcknowledgedRecordThroughAKill() throws Exception {
    send("127.0.0.1");
    broker.kill();
    broker.start();
    assertThat(readAll("[::1]"))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, RECORDS).mapToObj(Integer::toString).toList());
    assertThat(broker.end()).as("exit code of a polite end, 128 + SIGTERM").isEqualTo(143);
  }

  private void send(String host) throws Exception {
    Map<String, Object> config = Map.of("bootstrap.servers", host + ":" + broker.port());
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      for (int i = 0; i < RECORDS; i++) {
        var unused =
            producer.send(new ProducerRecord<>(Topics.RAW, "key" + i, Integer.toString(i)));
      }
      producer.flush();
    }
  }

  private List<String> readAll(String host) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers", host + ":" + broker.port(),
            "group.id", "test",
            "auto.offset.reset", "earliest");
    List<String> values = new ArrayList<>();
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(Topics.RAW));
      while (values.size() < RECORDS && System.nanoTime() < deadline) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }
}
