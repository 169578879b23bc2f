package io.zhidun.service.canary;

import io.zhidun.events.AlertDraft;
import io.zhidun.events.BilingualText;
import io.zhidun.events.Decision;
import io.zhidun.events.Detection;
import io.zhidun.events.Digests;
import io.zhidun.events.Explanation;
import io.zhidun.events.Json;
import io.zhidun.events.RuleReference;
import io.zhidun.events.Severity;
import io.zhidun.service.alert.Draft;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The alert about a rule that did not fire on its canary: one for each rule. */
final class SilenceAlert {
  /** Which rule such alerts are of; it is no rule that anybody could switch off. */
  static final RuleReference RULE =
      new RuleReference(
          "5d3b1a9e-7c42-4f0b-9f5e-3a8f2c6d1e70",
          "canary-silent",
          "1",
          new BilingualText("规则对探针没有响应", "Rule silent on its canary"));

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  private SilenceAlert() {}

  static Map<String, String> group(CanaryRun run) {
    Map<String, String> group = new LinkedHashMap<>();
    group.put("rule.id", run.ruleId());
    group.put("rule.name", run.ruleName());
    return group;
  }

  static String fingerprint(CanaryRun run) {
    return Digests.fingerprint(RULE.id(), group(run));
  }

  /**
   * @param time when patience ended
   * @param recovery how long the episode waits for another silent run
   */
  static Draft of(CanaryRun run, Duration patience, Duration recovery, Instant time) {
    Map<String, String> group = group(run);
    Detection detection =
        new Detection(
            Digests.detectionId(RULE, group, List.of(run.id())),
            time,
            RULE,
            Severity.HIGH,
            group,
            1,
            List.of(),
            List.of(),
            recovery,
            ChronoUnit.MICROS.between(Instant.EPOCH, time),
            false,
            explanation(run, patience));
    AlertDraft draft = new AlertDraft(fingerprint(run), detection, decision());
    return new Draft(draft, Json.mapper().writeValueAsString(draft));
  }

  private static Explanation explanation(CanaryRun run, Duration patience) {
    String sent = text(run.sentAt());
    long events = run.last() - run.first() + 1;
    return new Explanation(
        new BilingualText(
            "规则 %s 对 %s 发出的探针（%d 条事件）在 %d 秒内没有响应：此规则可能已检测不到真实攻击"
                .formatted(run.ruleName(), sent, events, patience.toSeconds()),
            "%s did not fire within %d s on the canary (%d events) sent at %s: it may miss real attacks"
                .formatted(run.ruleName(), patience.toSeconds(), events, sent)),
        List.of(
            new Explanation.Condition(
                RULE.name(),
                "patience",
                "canary.fired",
                "lte",
                patience.toString(),
                "run " + run.id(),
                true)),
        null);
  }

  private static String text(TemporalAccessor time) {
    return TIME.format(time);
  }

  private static Decision decision() {
    return new Decision(
        true,
        Severity.HIGH,
        "设备设施故障事件",
        "security",
        RULE.name(),
        "",
        "",
        List.of(
            new Decision.Reason(
                RULE.name(),
                new BilingualText(
                    "启用中的规则必须对探针响应；没有响应即视为检测失效",
                    "An active rule must fire on its canary; silence means that detection is broken"),
                Map.of())));
  }
}
