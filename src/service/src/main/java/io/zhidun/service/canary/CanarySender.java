package io.zhidun.service.canary;

import io.zhidun.events.CanaryEvent;
import io.zhidun.events.RecordHeaders;
import io.zhidun.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Writes canary events as a collector would write what it received: the one source of their epoch,
 * so the sequence has one place. Safe for all threads.
 */
@Component
class CanarySender implements DisposableBean {
  private static final int MOST_WAIT_MILLIS = 5_000;

  private final CanaryProperties properties;
  private @Nullable KafkaProducer<byte[], byte[]> producer;
  private long epoch = -1;
  private long next;

  CanarySender(CanaryProperties properties) {
    this.properties = properties;
  }

  /** Where the events of a run will stand. */
  record Range(long epoch, long first, long last) {}

  /** Takes sequence numbers; a run that is not sent after all leaves a gap, as a lost one would. */
  synchronized Range reserve(int events, CanaryBook book, Instant now) {
    if (epoch < 0) {
      epoch = book.nextEpoch(now);
    }
    Range range = new Range(epoch, next, next + events - 1);
    next += events;
    return range;
  }

  /**
   * Sends a run and returns when the broker has all of it.
   *
   * @throws KafkaException when it does not take it
   */
  synchronized void send(Range range, List<CanaryEvent> events, Instant now) {
    List<Future<RecordMetadata>> sent = new ArrayList<>(events.size());
    for (int i = 0; i < events.size(); i++) {
      sent.add(producer().send(record(range.epoch, range.first + i, events.get(i), now)));
    }
    try {
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new KafkaException("canaries were not taken", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while sending canaries", e);
    }
  }

  private static ProducerRecord<byte[], byte[]> record(
      long epoch, long sequence, CanaryEvent event, Instant now) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(Topics.RAW, bytes(CanaryEvent.SOURCE), event.toBytes());
    Map<String, String> headers = new HashMap<>();
    headers.put(RecordHeaders.DATASET, CanaryEvent.DATASET);
    headers.put(RecordHeaders.COLLECTOR, CanaryEvent.COLLECTOR);
    headers.put(RecordHeaders.SOURCE, CanaryEvent.SOURCE);
    headers.put(RecordHeaders.EPOCH, Long.toString(epoch));
    headers.put(RecordHeaders.SEQUENCE, Long.toString(sequence));
    headers.put(
        RecordHeaders.RECEIVED, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, now)));
    headers.put(RecordHeaders.ZONE, "UTC");
    headers.forEach((name, value) -> record.headers().add(new RecordHeader(name, bytes(value))));
    return record;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private KafkaProducer<byte[], byte[]> producer() {
    KafkaProducer<byte[], byte[]> known = producer;
    if (known == null) {
      Map<String, Object> settings = new HashMap<>();
      settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, properties.kafka());
      settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
      settings.put(ProducerConfig.ACKS_CONFIG, "all");
      settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MOST_WAIT_MILLIS);
      settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, MOST_WAIT_MILLIS);
      settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * MOST_WAIT_MILLIS);
      settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 8L << 20);
      settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
      settings.put("enable.metrics.push", false);
      ByteArraySerializer serializer = new ByteArraySerializer();
      known = new KafkaProducer<>(settings, serializer, serializer);
      producer = known;
    }
    return known;
  }

  @Override
  public synchronized void destroy() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(1));
    }
  }
}
