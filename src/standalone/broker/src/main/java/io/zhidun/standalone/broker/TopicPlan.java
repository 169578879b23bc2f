package io.zhidun.standalone.broker;

import io.zhidun.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A topic as the one-machine installation creates it: partitions, and either how long and how much
 * it keeps, or that it keeps the newest record of each key.
 */
record TopicPlan(String name, int partitions, Map<String, String> config) {
  private static final long MIB = 1L << 20;

  /**
   * Every topic of the platform. The caps bound the disk at about 25 GiB, whatever the sources
   * send.
   */
  static final List<TopicPlan> ALL =
      List.of(
          timed(Topics.RAW, 4, Duration.ofDays(7), 2_048 * MIB),
          timed(Topics.EVENTS, 4, Duration.ofDays(7), 2_048 * MIB),
          timed(Topics.METRICS, 2, Duration.ofDays(2), 512 * MIB),
          timed(Topics.FILINGS_RAW, 4, Duration.ofDays(7), 1_024 * MIB),
          timed(Topics.FILINGS, 2, Duration.ofDays(30), 512 * MIB),
          timed(Topics.INDICATIONS, 2, Duration.ofDays(30), 256 * MIB),
          timed(Topics.DETECTIONS, 2, Duration.ofDays(30), 256 * MIB),
          timed(Topics.ALERTS, 2, Duration.ofDays(30), 256 * MIB),
          timed(Topics.REJECTED, 1, Duration.ofDays(30), 512 * MIB),
          timed(Topics.LEDGER, 1, Duration.ofDays(30), 256 * MIB),
          timed(Topics.CANARIES, 1, Duration.ofDays(2), 64 * MIB),
          compacted(Topics.RULES),
          compacted(Topics.ASSETS),
          compacted(Topics.INDICATORS));

  TopicPlan {
    if (partitions < 1) {
      throw new IllegalArgumentException("partitions must be at least 1, was " + partitions);
    }
    config = Map.copyOf(config);
  }

  private static TopicPlan timed(String name, int partitions, Duration kept, long partitionBytes) {
    return new TopicPlan(
        name,
        partitions,
        Map.of(
            "cleanup.policy", "delete",
            "retention.ms", Long.toString(kept.toMillis()),
            "retention.bytes", Long.toString(partitionBytes)));
  }

  private static TopicPlan compacted(String name) {
    return new TopicPlan(
        name, 1, Map.of("cleanup.policy", "compact", "segment.bytes", Long.toString(16 * MIB)));
  }

  NewTopic toNewTopic() {
    return new NewTopic(name, partitions, (short) 1).configs(config);
  }
}
