package io.zhidun.service;

import io.zhidun.events.AlertDraft;
import io.zhidun.events.BilingualText;
import io.zhidun.events.Decision;
import io.zhidun.events.Detection;
import io.zhidun.events.Digests;
import io.zhidun.events.EvidenceEvent;
import io.zhidun.events.Explanation;
import io.zhidun.events.Json;
import io.zhidun.events.RuleReference;
import io.zhidun.events.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Drafts for tests: password guessing from an address, recovering after ten minutes. */
public record Drafts(
    String source, String user, Instant time, Severity severity, boolean withdrawn, String system) {
  public static final Duration RECOVERY = Duration.ofMinutes(10);
  public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  public static final RuleReference RULE =
      new RuleReference(
          "6d0c3c2e-6e53-4f0e-9d0c-0d6f1c1b7a10",
          "ssh-password-guessing",
          "v1",
          new BilingualText("SSH 口令猜测", "SSH password guessing"));

  public static Drafts from(String source) {
    return new Drafts(source, "root", NOON, Severity.HIGH, false, "patent-review");
  }

  public Drafts at(int minutes) {
    return at(NOON.plus(Duration.ofMinutes(minutes)));
  }

  public Drafts at(Instant when) {
    return new Drafts(source, user, when, severity, withdrawn, system);
  }

  public Drafts user(String name) {
    return new Drafts(source, name, time, severity, withdrawn, system);
  }

  public Drafts severity(Severity value) {
    return new Drafts(source, user, time, value, withdrawn, system);
  }

  public Drafts system(String name) {
    return new Drafts(source, user, time, severity, withdrawn, name);
  }

  public Drafts withdraw() {
    return new Drafts(source, user, time, severity, true, system);
  }

  public AlertDraft draft() {
    Map<String, String> group = Map.of("source.ip", source);
    return new AlertDraft(Digests.fingerprint(RULE.id(), group), detection(group), decision());
  }

  public String json() {
    return Json.mapper().writeValueAsString(draft());
  }

  private Detection detection(Map<String, String> group) {
    String event = "auth:1:" + time;
    String line = "Failed password for " + user + " from " + source + " port 40022 ssh2";
    return new Detection(
        Digests.detectionId(RULE, group, List.of(event)),
        time,
        RULE,
        Severity.MEDIUM,
        group,
        5,
        List.of(
            new EvidenceEvent(
                event,
                time,
                "ssh-failed",
                line,
                Map.of("source.ip", source, "user.name", user, "host.name", "review-web-01"))),
        List.of("attack.t1110"),
        RECOVERY,
        time.getEpochSecond() * 1_000_000,
        withdrawn,
        explanation());
  }

  private Explanation explanation() {
    return new Explanation(
        new BilingualText(
            source + " 在 60 秒内登录失败 5 次", source + " failed to sign in 5 times in 60 seconds"),
        List.of(
            new Explanation.Condition(
                "ssh-failed", "selection", "event.outcome", "equals", "failure", "failure", false)),
        new Explanation.Window(
            "event_count", time.minusSeconds(50), time, Duration.ofMinutes(1), "gte 5", 5));
  }

  private Decision decision() {
    return new Decision(
        true,
        severity,
        "网络攻击事件",
        "security",
        "ssh-password-guessing",
        "review-web-01",
        system,
        List.of());
  }
}
