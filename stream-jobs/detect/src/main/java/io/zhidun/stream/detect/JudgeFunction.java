package io.zhidun.stream.detect;

import io.zhidun.events.Decision;
import io.zhidun.events.Detection;
import io.zhidun.events.Json;
import io.zhidun.stream.core.Outgoing;
import io.zhidun.stream.core.StreamMetrics;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import tools.jackson.databind.util.RawValue;

/** Asks the judge about each detection; what is raised goes on as an alert draft. */
final class JudgeFunction extends ProcessFunction<Detection, Outgoing> {
  private static final long serialVersionUID = 1L;

  static final OutputTag<Outgoing> ALERTS = new OutputTag<>("alerts", Outgoing.type());

  private final String site;
  private transient Knowledge knowledge;

  // Flink makes functions ready in open(), not in the constructor.
  @SuppressWarnings("NullAway.Init")
  JudgeFunction(String site) {
    this.site = site;
  }

  @Override
  public void open(OpenContext context) {
    knowledge = Knowledge.of(site);
  }

  @Override
  public void processElement(Detection detection, Context context, Collector<Outgoing> out) {
    Decision decision = Judging.decide(knowledge, detection);
    // Written once, sent twice: the detection is the bulk of both records.
    RawValue detectionJson = new RawValue(Json.mapper().writeValueAsString(detection));
    RawValue decisionJson = new RawValue(Json.mapper().writeValueAsString(decision));
    out.collect(
        new Outgoing(
            "",
            detection.rule().id().getBytes(StandardCharsets.UTF_8),
            Json.mapper().writeValueAsBytes(new Judged(detectionJson, decisionJson))));
    StreamMetrics.DETECTIONS.labelValues(decision.raise() ? "raised" : "held").inc();
    if (decision.raise()) {
      String fingerprint = detection.fingerprint();
      context.output(
          ALERTS,
          new Outgoing(
              "",
              fingerprint.getBytes(StandardCharsets.UTF_8),
              Json.mapper()
                  .writeValueAsBytes(new Draft(fingerprint, detectionJson, decisionJson))));
    }
  }

  /** Value of the detections topic. */
  private record Judged(RawValue detection, RawValue decision) {}

  /** An {@link io.zhidun.events.AlertDraft} whose parts are JSON already. */
  private record Draft(String fingerprint, RawValue detection, RawValue decision) {}
}
