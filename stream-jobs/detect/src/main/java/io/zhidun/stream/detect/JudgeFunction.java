package io.zhidun.stream.detect;

import io.zhidun.events.CanaryEvent;
import io.zhidun.events.Decision;
import io.zhidun.events.Detection;
import io.zhidun.events.DetectionWriter;
import io.zhidun.events.Topics;
import io.zhidun.stream.core.Outgoing;
import io.zhidun.stream.core.StreamMetrics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.kafka.common.header.Header;

/** Asks the judge about each detection; what is raised goes on as an alert draft. */
final class JudgeFunction extends ProcessFunction<Detection, Outgoing>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  private final RuleSource source;
  private transient LiveRules live;
  private transient Knowledge knowledge;
  private transient DetectionWriter writer;

  /** The last one before what is told now. */
  private transient long checkpoint;

  /** Headers of detections: they say behind which checkpoint they were told. */
  private transient List<Header> told;

  // Flink makes functions ready in open(), not in the constructor.
  @SuppressWarnings("NullAway.Init")
  JudgeFunction(RuleSource source) {
    this.source = source;
  }

  @Override
  public void open(OpenContext context) {
    live = LiveRules.of(source);
    knowledge = Knowledge.of(source.site());
    writer = new DetectionWriter();
    told = headers();
  }

  @Override
  public void initializeState(FunctionInitializationContext context) {
    checkpoint = context.getRestoredCheckpointId().orElse(0);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    checkpoint = context.getCheckpointId();
    told = headers();
  }

  private List<Header> headers() {
    List<Header> headers = new ArrayList<>(Outgoing.SCHEMA);
    headers.add(new Telling(Telling.RUN, checkpoint).toHeader());
    return List.copyOf(headers);
  }

  @Override
  public void processElement(Detection detection, Context context, Collector<Outgoing> out) {
    if (CanaryEvent.isBehind(detection)) {
      canary(detection, out);
      return;
    }
    Decision decision = Judging.decide(knowledge, live.guidance(detection.rule()), detection);
    out.collect(
        new Outgoing(
            Topics.DETECTIONS,
            ascii(detection.rule().id()),
            writer.write(detection, decision).judged(),
            told));
    StreamMetrics.DETECTIONS.labelValues(decision.raise() ? "raised" : "held").inc();
    if (decision.raise()) {
      String fingerprint = detection.fingerprint();
      out.collect(
          new Outgoing(
              Topics.ALERTS, ascii(fingerprint), writer.draft(fingerprint), Outgoing.SCHEMA));
    }
  }

  /** Judged as any other, but for nobody's eyes: that it fired is all there is to say. */
  private void canary(Detection detection, Collector<Outgoing> out) {
    if (detection.withdrawn()) {
      return;
    }
    Decision decision = Judging.decide(knowledge, live.guidance(detection.rule()), detection);
    out.collect(
        new Outgoing(
            Topics.CANARIES,
            ascii(detection.rule().id()),
            writer.write(detection, decision).judged(),
            Outgoing.SCHEMA));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
