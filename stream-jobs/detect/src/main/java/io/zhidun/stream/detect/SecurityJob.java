package io.zhidun.stream.detect;

import io.zhidun.events.Detection;
import io.zhidun.events.RawRecord;
import io.zhidun.events.Topics;
import io.zhidun.stream.core.JobOptions;
import io.zhidun.stream.core.KafkaEnds;
import io.zhidun.stream.core.Outgoing;
import io.zhidun.stream.core.RecordType;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/**
 * The security job: reading, normalising, writing and matching in one step; counting and judging in
 * keyed steps behind it. Only matches go on to those. One producer sends everything.
 */
public final class SecurityJob {
  public static final String NAME = "zhidun-security";

  private SecurityJob() {}

  /** Adds the job to an environment. */
  public static void build(StreamExecutionEnvironment env, JobOptions options) {
    env.setParallelism(options.parallelism());
    RuleSource rules = RuleSource.of(options);
    DataStream<RawRecord> raw =
        env.fromSource(
                KafkaEnds.rawSource(options, Topics.RAW), WatermarkStrategy.noWatermarks(), "raw")
            .uid("raw");
    SingleOutputStreamOperator<Outgoing> events =
        raw.transform(
                "normalize-and-match",
                Outgoing.type(),
                new MatchOperator(rules, options.lateness()))
            .uid("match");
    events.sinkTo(KafkaEnds.sink(options)).name("events").uid("events");
    detect(events.getSideOutput(MatchOperator.HITS), rules)
        .sinkTo(KafkaEnds.sink(options))
        .name("detections")
        .uid("detections");
  }

  /** From hits to judged detections and alert drafts. */
  static SingleOutputStreamOperator<Outgoing> detect(DataStream<Hit> hits, RuleSource rules) {
    SingleOutputStreamOperator<Hit> first =
        keyed(hits, Hit::key)
            .transform("correlate", Hit.type(), CorrelateOperator.first(rules))
            .uid("correlate");
    DataStream<Detection> detections =
        keyed(first, Hit::key)
            .transform("correlate-behind", Hit.type(), CorrelateOperator.behind(rules))
            .uid("correlate-behind")
            .flatMap(new Detections())
            .returns(RecordType.of(Detection.class, new DetectionSerializer()))
            .name("detections")
            .uid("detected");
    return keyed(detections, JudgeFunction::key)
        .process(new JudgeFunction(rules))
        .returns(Outgoing.type())
        .name("judge")
        .uid("judge");
  }

  /** What of the hits behind all counting are detections: all. */
  private static final class Detections implements FlatMapFunction<Hit, Detection> {
    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(Hit hit, Collector<Detection> out) {
      Detection detection = hit.detection();
      if (detection != null) {
        out.collect(detection);
      }
    }
  }

  /**
   * Hits by their group, detections by their entity. With one subtask every key is at home already,
   * so the exchange between tasks, its serializing and its waiting are left out; state and names
   * are the same either way.
   */
  private static <T> KeyedStream<T, String> keyed(
      DataStream<T> stream, KeySelector<T, String> key) {
    if (stream.getParallelism() == 1) {
      return DataStreamUtils.reinterpretAsKeyedStream(stream, key, Types.STRING);
    }
    return stream.keyBy(key, Types.STRING);
  }
}
