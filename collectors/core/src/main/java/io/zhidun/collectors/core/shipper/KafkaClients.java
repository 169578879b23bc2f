package io.zhidun.collectors.core.shipper;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes the Kafka clients of a shipper. */
interface KafkaClients {
  Producer<byte[], byte[]> producer();

  Consumer<byte[], byte[]> consumer();

  /** Clients of a real Kafka. */
  static KafkaClients of(ShipperOptions options) {
    return new KafkaClients() {
      @Override
      public Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
            producerSettings(options), new ByteArraySerializer(), new ByteArraySerializer());
      }

      @Override
      public Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
            consumerSettings(options), new ByteArrayDeserializer(), new ByteArrayDeserializer());
      }
    };
  }

  /**
   * Idempotent, in order, and tried until it succeeds: giving up is never right for a record that
   * was taken over.
   */
  private static Map<String, Object> producerSettings(ShipperOptions options) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, options.bootstrap());
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, options.collector());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 15_000);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, options.linger().toMillis());
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 << 10);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2 * options.windowBytes());
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Lane.MAX_VALUE + (1 << 20));
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
    settings.put(ProducerConfig.METADATA_MAX_AGE_CONFIG, 60_000);
    // Kafka is found again within half a second of its return.
    settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    settings.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 500);
    // A topic never leaves the producer's memory, so that sending never waits for its metadata.
    settings.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, Integer.MAX_VALUE);
    settings.put(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    return settings;
  }

  private static Map<String, Object> consumerSettings(ShipperOptions options) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, options.bootstrap());
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, options.collector() + "-tail");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 << 20);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    return settings;
  }
}
