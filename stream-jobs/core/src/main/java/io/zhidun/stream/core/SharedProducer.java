package io.zhidun.stream.core;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one producer of a process, which all its sinks send with: a sending thread each would wake
 * the others, and small batches would cost their own requests. Closed when the last of them closes.
 * Safe for all threads.
 */
final class SharedProducer {
  private static final Logger LOG = LoggerFactory.getLogger(SharedProducer.class);
  private static final Map<String, SharedProducer> OPEN = new HashMap<>();

  /** How long the last to close waits for what is still on its way; checkpoints flush before. */
  private static final Duration CLOSING = Duration.ofSeconds(2);

  private final String kafka;
  private final KafkaProducer<byte[], byte[]> producer;
  private int users;
  private volatile @Nullable Exception failure;
  private final Callback noteFailure =
      (metadata, cause) -> {
        if (cause != null) {
          failure = cause;
        }
      };

  private SharedProducer(String kafka) {
    this.kafka = kafka;
    this.producer =
        new KafkaProducer<>(
            properties(kafka), new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static Properties properties(String kafka) {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", kafka);
    properties.setProperty("client.id", "zhidun-stream");
    // Short enough for who waits for an alert, long enough that a batch is worth its request.
    properties.setProperty("linger.ms", "30");
    properties.setProperty("compression.type", "lz4");
    properties.setProperty("batch.size", "524288");
    properties.setProperty("buffer.memory", "67108864");
    properties.setProperty("max.request.size", "7340032");
    properties.setProperty("acks", "all");
    properties.setProperty("enable.idempotence", "true");
    properties.setProperty("delivery.timeout.ms", "2147483647");
    properties.setProperty("max.block.ms", "9223372036854775807");
    return properties;
  }

  /** The producer of these brokers, to be closed by each who opened it. */
  static SharedProducer open(String kafka) {
    synchronized (OPEN) {
      SharedProducer producer = OPEN.get(kafka);
      // One that failed stays so: whoever begins anew must not be given it because others hold it.
      if (producer == null || producer.failure != null) {
        producer = new SharedProducer(kafka);
        OPEN.put(kafka, producer);
      }
      producer.users++;
      return producer;
    }
  }

  /**
   * Takes a record for sending; waits while the buffer is full. Of one that is too large for any
   * broker the beginning goes to the rejected ones, so that it holds up nothing.
   *
   * @throws IOException when an earlier record could not be sent
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback learns the same
  void send(Outgoing outgoing) throws IOException {
    check();
    if (!outgoing.fits()) {
      LOG.error("a record for {} has {} bytes", outgoing.topic(), outgoing.value().length);
      StreamMetrics.TOO_LARGE.labelValues(outgoing.topic()).inc();
      send(outgoing.refused());
      return;
    }
    producer.send(
        new ProducerRecord<>(
            outgoing.topic(), null, null, outgoing.key(), outgoing.value(), outgoing.headers()),
        noteFailure);
  }

  /**
   * Waits until all that was taken is written.
   *
   * @throws IOException when a record could not be sent
   */
  void flush() throws IOException {
    producer.flush();
    check();
  }

  private void check() throws IOException {
    Exception cause = failure;
    if (cause != null) {
      throw new IOException("a record could not be written to Kafka", cause);
    }
  }

  void close() {
    synchronized (OPEN) {
      if (--users > 0) {
        return;
      }
      OPEN.remove(kafka, this);
    }
    producer.close(CLOSING);
  }
}
