package io.zhidun.stream.core;

import io.zhidun.events.RawRecord;
import java.util.List;
import java.util.Properties;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumStateSerializer;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumerator;
import org.apache.flink.connector.kafka.source.enumerator.initializer.NoStoppingOffsetsInitializer;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.enumerator.subscriber.KafkaSubscriber;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplitSerializer;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Raw records of one topic, from the earliest or from where the restored checkpoint stands. Which
 * partitions there are and who reads them is the Kafka connector's own part. Reading them is ours:
 * the connector fetches in a thread of its own, whose every record then has to come out of another
 * processor's cache, object by object.
 */
final class RawSource
    implements Source<RawRecord, KafkaPartitionSplit, KafkaSourceEnumState>,
        ResultTypeQueryable<RawRecord> {
  private static final long serialVersionUID = 1L;

  private final String topic;
  private final Properties properties;

  RawSource(String topic, Properties properties) {
    this.topic = topic;
    this.properties = properties;
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<RawRecord, KafkaPartitionSplit> createReader(SourceReaderContext context) {
    Properties own = new Properties();
    own.putAll(properties);
    own.setProperty(
        "client.id", properties.getProperty("group.id") + "-" + context.getIndexOfSubtask());
    return new RawSourceReader(RawConsumer.of(own));
  }

  @Override
  public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> createEnumerator(
      SplitEnumeratorContext<KafkaPartitionSplit> context) {
    return enumerator(context, null);
  }

  @Override
  public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> restoreEnumerator(
      SplitEnumeratorContext<KafkaPartitionSplit> context, KafkaSourceEnumState checkpoint) {
    return enumerator(context, checkpoint);
  }

  private KafkaSourceEnumerator enumerator(
      SplitEnumeratorContext<KafkaPartitionSplit> context,
      @Nullable KafkaSourceEnumState checkpoint) {
    KafkaSubscriber subscriber = KafkaSubscriber.getTopicListSubscriber(List.of(topic));
    OffsetsInitializer from = OffsetsInitializer.earliest();
    OffsetsInitializer to = new NoStoppingOffsetsInitializer();
    return checkpoint == null
        ? new KafkaSourceEnumerator(subscriber, from, to, properties, context, getBoundedness())
        : new KafkaSourceEnumerator(
            subscriber, from, to, properties, context, getBoundedness(), checkpoint);
  }

  @Override
  public SimpleVersionedSerializer<KafkaPartitionSplit> getSplitSerializer() {
    return new KafkaPartitionSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<KafkaSourceEnumState> getEnumeratorCheckpointSerializer() {
    return new KafkaSourceEnumStateSerializer();
  }

  @Override
  public TypeInformation<RawRecord> getProducedType() {
    return RecordType.of(RawRecord.class, new RawRecordSerializer());
  }
}
