package io.zhidun.stream.index;

import io.zhidun.events.Topics;
import io.zhidun.stream.core.JobOptions;
import io.zhidun.stream.core.KafkaEnds;
import io.zhidun.stream.core.Outgoing;
import java.net.URI;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The index job: every event into the search store. */
public final class IndexJob {
  public static final String NAME = "zhidun-index";

  private IndexJob() {}

  /**
   * Adds the job to an environment.
   *
   * @param store base address of Elasticsearch
   */
  public static void build(StreamExecutionEnvironment env, JobOptions options, URI store) {
    env.setParallelism(options.parallelism());
    env.fromSource(
            KafkaEnds.rawSource(options, Topics.EVENTS), WatermarkStrategy.noWatermarks(), "events")
        .uid("events")
        .transform("index", Outgoing.type(), new IndexOperator(store))
        .uid("index")
        .sinkTo(KafkaEnds.sink(options))
        .name("rejected")
        .uid("rejected");
  }
}
