package io.zhidun.stream.detect;

import io.zhidun.events.CanaryEvent;
import io.zhidun.events.Decision;
import io.zhidun.events.Detection;
import io.zhidun.events.DetectionWriter;
import io.zhidun.events.Topics;
import io.zhidun.rules.entity.Entity;
import io.zhidun.rules.entity.EntityHistory;
import io.zhidun.rules.entity.Recent;
import io.zhidun.stream.core.Outgoing;
import io.zhidun.stream.core.StreamMetrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.kafka.common.header.Header;

/**
 * Asks the judge about each detection, told what the entity that it is keyed by was behind; what is
 * raised goes on as an alert draft.
 *
 * <p>What the judge is told depends on the order of arrival in one point alone, since a decision is
 * taken at once: a detection that lies earlier in event time, but arrives later, was not known.
 */
final class JudgeFunction extends KeyedProcessFunction<String, Detection, Outgoing>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  private final RuleSource source;
  private transient LiveRules live;
  private transient Knowledge knowledge;
  private transient DetectionWriter writer;
  private transient ValueState<EntityHistory> history;

  /** The last one before what is told now. */
  private transient long checkpoint;

  /** Headers of detections: they say behind which checkpoint they were told. */
  private transient List<Header> told;

  // Flink makes functions ready in open(), not in the constructor.
  @SuppressWarnings("NullAway.Init")
  JudgeFunction(RuleSource source) {
    this.source = source;
  }

  /** What detections are keyed by: their entity or, where they name none, their rule. */
  static String key(Detection detection) {
    Entity entity = Entity.of(detection);
    return entity == null ? "rule:" + detection.rule().id() : entity.key();
  }

  @Override
  public void open(OpenContext context) {
    history =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("history", new EntityHistorySerializer()));
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
  public void processElement(Detection detection, Context context, Collector<Outgoing> out)
      throws Exception {
    if (CanaryEvent.isBehind(detection)) {
      canary(detection, out);
      return;
    }
    Decision decision = decide(detection, context.timerService());
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

  private Decision decide(Detection detection, TimerService timers) throws IOException {
    Entity entity = Entity.of(detection);
    if (entity == null) {
      return decide(detection, Recent.alone(null, detection));
    }
    EntityHistory kept = history.value();
    EntityHistory before = kept == null ? EntityHistory.NONE : kept;
    Decision decision = decide(detection, before.upTo(entity, detection));
    EntityHistory after =
        detection.withdrawn()
            ? before.without(detection)
            : before.with(detection, !decision.raise());
    if (after.isEmpty()) {
      history.clear();
    } else {
      if (kept == null) {
        awake(after, timers);
      }
      history.update(after);
    }
    return decision;
  }

  /** One timer an entity is enough: whoever finds it too early sets the next. */
  private static void awake(EntityHistory history, TimerService timers) {
    timers.registerEventTimeTimer(Math.floorDiv(history.expiryMicros(), 1_000L) + 1);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Outgoing> out)
      throws IOException {
    EntityHistory kept = history.value();
    if (kept == null) {
      return;
    }
    EntityHistory rest = kept.advance(timestamp * 1_000);
    if (rest.isEmpty()) {
      history.clear();
    } else {
      awake(rest, context.timerService());
      history.update(rest);
    }
  }

  private Decision decide(Detection detection, Recent recent) {
    return Judging.decide(knowledge, live.guidance(detection.rule()), detection, recent);
  }

  /**
   * Judged as any other, but for nobody's eyes and without a trace in any history: that it fired is
   * all there is to say.
   */
  private void canary(Detection detection, Collector<Outgoing> out) {
    if (detection.withdrawn()) {
      return;
    }
    Decision decision = decide(detection, Recent.alone(Entity.of(detection), detection));
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
