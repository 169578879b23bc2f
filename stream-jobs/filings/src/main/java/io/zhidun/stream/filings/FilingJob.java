package io.zhidun.stream.filings;

import io.zhidun.events.RawRecord;
import io.zhidun.events.Topics;
import io.zhidun.stream.core.KafkaEnds;
import io.zhidun.stream.core.Outgoing;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The filing job: reading and writing canonical records, and screening them in one order. */
public final class FilingJob {
  public static final String NAME = "zhidun-filings";

  private FilingJob() {}

  /** Adds the job to an environment. */
  public static void build(
      StreamExecutionEnvironment env, FilingOptions options, FilingRules rules) {
    env.setParallelism(options.job().parallelism());
    DataStream<RawRecord> raw =
        env.fromSource(
                KafkaEnds.rawSource(options.job(), Topics.FILINGS_RAW),
                WatermarkStrategy.noWatermarks(),
                "filings-raw")
            .uid("filings-raw");
    SingleOutputStreamOperator<Sighting> read =
        raw.transform("read-filings", Sighting.type(), new ReadOperator(rules, options))
            .uid("read-filings");
    read.getSideOutput(ReadOperator.WRITTEN)
        .sinkTo(KafkaEnds.sink(options.job()))
        .name("filings")
        .uid("filings");
    inOneOrder(read)
        .transform("screen", Outgoing.type(), new ScreenOperator(rules, options))
        .uid("screen")
        .setParallelism(1)
        .sinkTo(KafkaEnds.sink(options.job()))
        .name("indications")
        .uid("indications")
        .setParallelism(1);
  }

  /** With one subtask there is no exchange between tasks; state and names are the same. */
  private static KeyedStream<Sighting, String> inOneOrder(DataStream<Sighting> read) {
    return read.getParallelism() == 1
        ? DataStreamUtils.reinterpretAsKeyedStream(
            read, sighting -> ScreenOperator.KEY, Types.STRING)
        : read.keyBy(sighting -> ScreenOperator.KEY, Types.STRING);
  }
}
