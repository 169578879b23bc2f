package io.zhidun.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DetectionWriterTest {
  private static final Instant TIME = Instant.parse("2026-11-22T00:00:05.120003Z");
  private static final BilingualText TITLE = new BilingualText("口令猜测 \"引号\"", "Guessing \\ é");

  private final DetectionWriter writer = new DetectionWriter();

  @Test
  void writesADraftAsTheMapperWould() {
    Detection detection = detection(window());
    AlertDraft draft = new AlertDraft(detection.fingerprint(), detection, decision());

    byte[] written = writer.write(detection, draft.decision()).draft(draft.fingerprint());

    assertThat(Json.mapper().readTree(written))
        .isEqualTo(Json.mapper().readTree(Json.mapper().writeValueAsBytes(draft)));
    assertThat(Json.mapper().readValue(written, AlertDraft.class)).isEqualTo(draft);
  }

  @Test
  void leavesOutTheWindowOfARuleOnASingleEvent() {
    byte[] written = writer.write(detection(null), decision()).judged();

    var detection = Json.mapper().readTree(written).path("detection");
    assertThat(detection.path("explanation").has("window")).isFalse();
    assertThat(Json.mapper().treeToValue(detection, Detection.class)).isEqualTo(detection(null));
  }

  @Test
  void startsAnewForEachRecord() {
    byte[] first = writer.write(detection(null), decision()).judged();

    assertThat(writer.write(detection(null), decision()).judged()).isEqualTo(first);
  }

  private static Explanation.Window window() {
    return new Explanation.Window("event_count", TIME, TIME, Duration.ofSeconds(60), "gte 5", 5);
  }

  private static Detection detection(Explanation.@Nullable Window window) {
    EvidenceEvent event =
        new EvidenceEvent(
            "auth:1:7",
            TIME,
            "ssh-login-failure",
            "<b>\u0000\n" + "x".repeat(200),
            Map.of("user.name", "root\t", "source.ip", "2001:db8::9"));
    return new Detection(
        "d1",
        TIME,
        new RuleReference("r1", "ssh-password-guessing", "v1", TITLE),
        Severity.HIGH,
        Map.of("source.ip", "2001:db8::9"),
        5,
        List.of(event, event),
        List.of("attack.t1110"),
        Duration.ofMinutes(10),
        1_795_305_600_000_000L,
        window == null,
        new Explanation(
            TITLE,
            List.of(
                new Explanation.Condition(
                    "ssh-login-failure", "selection", "event.action", "equals", "a", "A", false)),
            window));
  }

  private static Decision decision() {
    return new Decision(
        true,
        Severity.CRITICAL,
        "网络攻击事件",
        "security-operations",
        "",
        "gate",
        "专利审查系统",
        List.of(new Decision.Reason("severity-by-asset", TITLE, Map.of("asset", "gate"))));
  }
}
