package io.zhidun.stream.core;

import io.zhidun.events.RawRecord;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes raw records from Kafka records. A record without the headers of a collector (somebody
 * else's, or a tool's) is taken as source {@code topic-partition}, epoch 0, sequence = offset, so
 * that it is neither lost nor doubled.
 */
public final class RawRecordReader implements KafkaRecordDeserializationSchema<RawRecord> {
  private static final long serialVersionUID = 1L;

  /** Bound on the shapes kept; an agent has one a source. */
  private static final int MAX_SHAPES = 1024;

  private transient @Nullable HeaderShape last;
  private transient @Nullable Map<String, HeaderShape> shapes;

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawRecord> out) {
    out.collect(read(record));
  }

  /** The raw record that travelled as {@code record}. */
  public RawRecord read(ConsumerRecord<byte[], byte[]> record) {
    HeaderShape shape = last;
    if (shape == null || !shape.fits(record.headers())) {
      last = shape = known(record);
      shape.fits(record.headers());
    }
    return shape.rawRecord(record);
  }

  /** The shape as it was met before, if it was: sources take turns. */
  private HeaderShape known(ConsumerRecord<byte[], byte[]> record) {
    HeaderShape fresh = HeaderShape.of(record);
    Map<String, HeaderShape> known = shapes;
    if (known == null) {
      shapes = known = new HashMap<>();
    }
    HeaderShape found = known.get(fresh.source());
    if (found != null && found.fits(record.headers()) && found.sameAs(fresh)) {
      return found;
    }
    if (known.size() < MAX_SHAPES) {
      known.put(fresh.source(), fresh);
    }
    return fresh;
  }

  @Override
  public TypeInformation<RawRecord> getProducedType() {
    return RecordType.of(RawRecord.class, new RawRecordSerializer());
  }
}
