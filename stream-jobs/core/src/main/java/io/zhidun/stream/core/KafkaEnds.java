package io.zhidun.stream.core;

import io.zhidun.events.RawRecord;
import java.util.Properties;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sources and sinks on Kafka. Sinks are at-least-once: what they write has an id that is a function
 * of its content, so a second writing changes nothing, and nothing waits for a checkpoint.
 */
public final class KafkaEnds {
  private KafkaEnds() {}

  /** Raw records from the earliest, or from where the restored checkpoint stands. */
  public static Source<RawRecord, ?, ?> rawSource(JobOptions options, String topic) {
    Properties consumer = new Properties();
    consumer.setProperty("bootstrap.servers", options.kafka());
    consumer.setProperty("group.id", options.group());
    consumer.setProperty("auto.offset.reset", "earliest");
    consumer.setProperty("enable.auto.commit", "false");
    consumer.setProperty("fetch.min.bytes", "1");
    consumer.setProperty("fetch.max.wait.ms", "500");
    consumer.setProperty("max.poll.records", "500");
    consumer.setProperty("max.partition.fetch.bytes", "4194304");
    consumer.setProperty("check.crcs", "false");
    consumer.setProperty("partition.discovery.interval.ms", "60000");
    consumer.setProperty("client.id.prefix", options.group());
    return new RawSource(topic, consumer);
  }

  /**
   * A sink that sends nearly at once: for what somebody waits for. Batches of one or two records
   * are not worth the 128 KiB that compressing each of them would take.
   */
  public static KafkaSink<Outgoing> promptSink(JobOptions options) {
    return sink(options, "10", "none");
  }

  /** A sink that gathers for a moment: for what comes in bulk. */
  public static KafkaSink<Outgoing> bulkSink(JobOptions options) {
    return sink(options, "50", "lz4");
  }

  private static KafkaSink<Outgoing> sink(JobOptions options, String linger, String compression) {
    return KafkaSink.<Outgoing>builder()
        .setBootstrapServers(options.kafka())
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setKafkaProducerConfig(producer(linger, compression))
        .setRecordSerializer(new OutgoingWriter())
        .build();
  }

  private static Properties producer(String linger, String compression) {
    Properties producer = new Properties();
    producer.setProperty("linger.ms", linger);
    producer.setProperty("compression.type", compression);
    producer.setProperty("batch.size", "524288");
    producer.setProperty("buffer.memory", "33554432");
    producer.setProperty("max.request.size", "4194304");
    producer.setProperty("acks", "all");
    // Nobody reads the connector's copies of the client's metrics.
    producer.setProperty("flink.disable-metrics", "true");
    producer.setProperty("enable.idempotence", "true");
    producer.setProperty("delivery.timeout.ms", "2147483647");
    producer.setProperty("max.block.ms", "9223372036854775807");
    return producer;
  }

  /** Makes producer records. */
  private static final class OutgoingWriter implements KafkaRecordSerializationSchema<Outgoing> {
    private static final long serialVersionUID = 1L;

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
        Outgoing element, KafkaSinkContext context, Long timestamp) {
      return new ProducerRecord<>(
          element.topic(), null, null, element.key(), element.value(), element.headers());
    }
  }
}
