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
import java.util.stream.Collectors;

/** The alert about rules that did not fire on their canaries. */
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

  private static final Map<String, String> MANY = Map.of("rule.name", "*");

  /** Rules that the sentence about many names. */
  private static final int NAMED = 3;

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
    return draft(group(run), List.of(run.id()), recovery, time, explanation(run, patience));
  }

  static String fingerprintOfMany() {
    return Digests.fingerprint(RULE.id(), MANY);
  }

  /** One alert for all: what they share is broken, most likely the stream itself. */
  static Draft ofMany(List<CanaryRun> runs, Duration patience, Duration recovery, Instant time) {
    String names =
        runs.stream().map(CanaryRun::ruleName).limit(NAMED).collect(Collectors.joining(", "));
    Explanation explanation =
        new Explanation(
            new BilingualText(
                "%d 条规则同时对探针没有响应（%s …）：检测流水线可能已中断".formatted(runs.size(), names),
                "%d rules at once did not fire on their canaries (%s …): the detection pipeline may be down"
                    .formatted(runs.size(), names)),
            List.of(
                new Explanation.Condition(
                    RULE.name(),
                    "patience",
                    "canary.fired",
                    "lte",
                    patience.toString(),
                    runs.size() + " rules",
                    true)),
            null);
    return draft(MANY, runs.stream().map(CanaryRun::id).toList(), recovery, time, explanation);
  }

  private static Draft draft(
      Map<String, String> group,
      List<String> runs,
      Duration recovery,
      Instant time,
      Explanation explanation) {
    Detection detection =
        new Detection(
            Digests.detectionId(RULE, group, runs),
            time,
            RULE,
            Severity.HIGH,
            group,
            runs.size(),
            List.of(),
            List.of(),
            recovery,
            ChronoUnit.MICROS.between(Instant.EPOCH, time),
            false,
            explanation);
    AlertDraft draft = new AlertDraft(Digests.fingerprint(RULE.id(), group), detection, decision());
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
