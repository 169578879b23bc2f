package io.zhidun.stream.core;

import io.zhidun.events.RawRecord;
import io.zhidun.events.RecordHeaders;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * Sources and sinks on Kafka. Sinks are at-least-once: what they write has an id that is a function
 * of its content, so a second writing changes nothing, and nothing waits for a checkpoint.
 */
public final class KafkaEnds {
  private KafkaEnds() {}

  /** Raw records from the earliest, or from where the restored checkpoint stands. */
  public static KafkaSource<RawRecord> rawSource(JobOptions options, String topic) {
    return KafkaSource.<RawRecord>builder()
        .setBootstrapServers(options.kafka())
        .setTopics(topic)
        .setGroupId(options.group())
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(new RawRecordReader())
        .setProperty("fetch.min.bytes", "1")
        .setProperty("fetch.max.wait.ms", "500")
        .setProperty("max.poll.records", "4000")
        .setProperty("max.partition.fetch.bytes", "4194304")
        .setProperty("check.crcs", "false")
        .setProperty("partition.discovery.interval.ms", "60000")
        .setProperty("client.id.prefix", options.group())
        .build();
  }

  /** A sink that sends at once: for what somebody waits for. */
  public static KafkaSink<Outgoing> promptSink(JobOptions options, String topic) {
    return sink(options, topic, "1", "none");
  }

  /** A sink that gathers for a moment: for what comes in bulk. */
  public static KafkaSink<Outgoing> bulkSink(JobOptions options, String topic) {
    return sink(options, topic, "50", "lz4");
  }

  /** The sink of records that could not be read. */
  public static KafkaSink<Rejected> rejectedSink(JobOptions options) {
    return KafkaSink.<Rejected>builder()
        .setBootstrapServers(options.kafka())
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setKafkaProducerConfig(producer("50", "lz4"))
        .setRecordSerializer(new RejectedWriter())
        .build();
  }

  private static KafkaSink<Outgoing> sink(
      JobOptions options, String topic, String linger, String compression) {
    return KafkaSink.<Outgoing>builder()
        .setBootstrapServers(options.kafka())
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setKafkaProducerConfig(producer(linger, compression))
        .setRecordSerializer(new OutgoingWriter(topic))
        .build();
  }

  private static Properties producer(String linger, String compression) {
    Properties producer = new Properties();
    producer.setProperty("linger.ms", linger);
    producer.setProperty("compression.type", compression);
    producer.setProperty("batch.size", "262144");
    producer.setProperty("buffer.memory", "33554432");
    producer.setProperty("max.request.size", "4194304");
    producer.setProperty("acks", "all");
    producer.setProperty("enable.idempotence", "true");
    producer.setProperty("delivery.timeout.ms", "2147483647");
    producer.setProperty("max.block.ms", "9223372036854775807");
    return producer;
  }

  /** Makes producer records; headers of a dataset are made once. */
  private static final class OutgoingWriter implements KafkaRecordSerializationSchema<Outgoing> {
    private static final long serialVersionUID = 1L;
    private static final Header SCHEMA =
        new RecordHeader(RecordHeaders.SCHEMA, "1".getBytes(StandardCharsets.US_ASCII));

    private final String topic;
    private transient @Nullable Map<String, List<Header>> headers;

    OutgoingWriter(String topic) {
      this.topic = topic;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
        Outgoing element, KafkaSinkContext context, Long timestamp) {
      Map<String, List<Header>> known = headers;
      if (known == null) {
        headers = known = new HashMap<>();
      }
      return new ProducerRecord<>(
          topic,
          null,
          null,
          element.key(),
          element.value(),
          known.computeIfAbsent(element.dataset(), OutgoingWriter::headersOf));
    }

    private static List<Header> headersOf(String dataset) {
      return dataset.isEmpty()
          ? List.of(SCHEMA)
          : List.of(
              new RecordHeader(RecordHeaders.DATASET, dataset.getBytes(StandardCharsets.UTF_8)),
              SCHEMA);
    }
  }
}
