package io.zhidun.stream.core;

import io.zhidun.events.RawRecord;
import java.util.Properties;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;

/** Sources and sinks on Kafka. */
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

  /** A sink for all topics; see {@link OutgoingSink}. */
  public static Sink<Outgoing> sink(JobOptions options) {
    return new OutgoingSink(options.kafka());
  }
}
