package io.zhidun.stream.core;

import io.zhidun.events.RawRecord;
import io.zhidun.events.RecordHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Makes raw records from Kafka records. Headers that repeat from record to record are decoded once.
 * A record without the headers of a collector (somebody else's, or a tool's) is taken as source
 * {@code topic-partition}, epoch 0, sequence = offset, so that it is neither lost nor doubled.
 */
public final class RawRecordReader implements KafkaRecordDeserializationSchema<RawRecord> {
  private static final long serialVersionUID = 1L;

  private transient @Nullable Repeated dataset;
  private transient @Nullable Repeated collector;
  private transient @Nullable Repeated source;
  private transient @Nullable Repeated peer;
  private transient @Nullable Repeated zone;

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawRecord> out) {
    out.collect(read(record));
  }

  /** The raw record that travelled as {@code record}. */
  public RawRecord read(ConsumerRecord<byte[], byte[]> record) {
    String datasetText = "syslog";
    String collectorText = "";
    String sourceText = null;
    String peerText = null;
    String zoneText = "UTC";
    long epoch = 0;
    long sequence = record.offset();
    long received = record.timestamp() * 1000;
    for (Header header : record.headers()) {
      byte[] value = header.value();
      switch (header.key()) {
        case RecordHeaders.DATASET -> datasetText = (dataset = Repeated.of(value, dataset)).text;
        case RecordHeaders.COLLECTOR ->
            collectorText = (collector = Repeated.of(value, collector)).text;
        case RecordHeaders.SOURCE -> sourceText = (source = Repeated.of(value, source)).text;
        case RecordHeaders.PEER -> peerText = (peer = Repeated.of(value, peer)).text;
        case RecordHeaders.ZONE -> zoneText = (zone = Repeated.of(value, zone)).text;
        case RecordHeaders.EPOCH -> epoch = number(value, 0);
        case RecordHeaders.SEQUENCE -> sequence = number(value, record.offset());
        case RecordHeaders.RECEIVED -> received = number(value, received);
        default -> {}
      }
    }
    if (sourceText == null) {
      sourceText = record.topic() + "-" + record.partition();
      epoch = 0;
      sequence = record.offset();
    }
    byte[] value = record.value() == null ? new byte[0] : record.value();
    return new RawRecord(
        datasetText,
        collectorText,
        sourceText,
        epoch,
        sequence,
        received,
        peerText,
        zoneText,
        value);
  }

  private static long number(byte[] ascii, long fallback) {
    if (ascii.length == 0 || ascii.length > 18) {
      return fallback;
    }
    long value = 0;
    for (byte b : ascii) {
      if (b < '0' || b > '9') {
        return fallback;
      }
      value = value * 10 + b - '0';
    }
    return value;
  }

  @Override
  public TypeInformation<RawRecord> getProducedType() {
    return RecordType.of(RawRecord.class, new RawRecordSerializer());
  }

  /** A header's value and its text, kept while the next record's is the same. */
  private record Repeated(byte[] bytes, String text) {
    static Repeated of(byte[] value, @Nullable Repeated last) {
      return last != null && Arrays.equals(last.bytes, value)
          ? last
          : new Repeated(value, new String(value, StandardCharsets.UTF_8));
    }
  }
}
