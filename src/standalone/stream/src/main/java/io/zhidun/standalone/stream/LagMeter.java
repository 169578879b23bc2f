package io.zhidun.standalone.stream;

import io.zhidun.stream.core.StreamMetrics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Measures how many records a job has still to read, by the offsets that it commits. */
final class LagMeter implements AutoCloseable {
  private static final long TIMEOUT_SECONDS = 5;

  private final Admin admin;
  private final Map<String, String> topicByGroup;

  /**
   * @param topicByGroup what each consumer group reads
   */
  LagMeter(String kafka, Map<String, String> topicByGroup) {
    this.admin = Admin.create(Map.of("bootstrap.servers", kafka, "client.id", "lag-meter"));
    this.topicByGroup = Map.copyOf(topicByGroup);
  }

  /** Measures once; a broker that is away leaves the figures as they are. */
  void measure() throws InterruptedException {
    for (Map.Entry<String, String> job : topicByGroup.entrySet()) {
      try {
        StreamMetrics.LAG_RECORDS.labelValues(job.getKey()).set(lag(job.getKey(), job.getValue()));
      } catch (ExecutionException | TimeoutException brokerIsAway) {
        continue;
      }
    }
  }

  private long lag(String group, String topic)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin
            .listConsumerGroupOffsets(group)
            .partitionsToOffsetAndMetadata()
            .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    TopicDescription described =
        admin
            .describeTopics(List.of(topic))
            .allTopicNames()
            .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
            .get(topic);
    int partitions = described == null ? 0 : described.partitions().size();
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    for (int i = 0; i < partitions; i++) {
      wanted.put(new TopicPartition(topic, i), OffsetSpec.latest());
    }
    long lag = 0;
    var ends = admin.listOffsets(wanted).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    for (var end : ends.entrySet()) {
      OffsetAndMetadata read = committed.get(end.getKey());
      lag += Math.max(0, end.getValue().offset() - (read == null ? 0 : read.offset()));
    }
    return lag;
  }

  @Override
  public void close() {
    admin.close();
  }
}
