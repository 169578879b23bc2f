package io.zhidun.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContractsTest {
  private static final RuleReference RULE =
      new RuleReference("id-1", "ssh-password-guessing", "v1", new BilingualText("猜测", "Guessing"));

  @Test
  void aDetectionSurvivesItsJson() {
    Detection detection = detection(Map.of("source.ip", "2001:db8::1"));

    byte[] json = Json.mapper().writeValueAsBytes(detection);

    assertThat(Json.mapper().readValue(json, Detection.class)).isEqualTo(detection);
    assertThat(Json.mapper().readTree(json).path("time").asString())
        .isEqualTo("2026-11-22T00:00:00Z");
    assertThat(Json.mapper().readTree(json).path("level").asString()).isEqualTo("high");
  }

  @Test
  void aDetectionIdFollowsFromRuleVersionGroupAndEventsAlone() {
    String id = Digests.detectionId(RULE, Map.of("source.ip", "1"), List.of("a", "b"));

    assertThat(Digests.detectionId(RULE, Map.of("source.ip", "1"), List.of("a", "b")))
        .isEqualTo(id);
    assertThat(Digests.detectionId(RULE, Map.of("source.ip", "1"), List.of("ab", "")))
        .isNotEqualTo(id);
    assertThat(Digests.detectionId(RULE, Map.of("source.ip", "2"), List.of("a", "b")))
        .isNotEqualTo(id);
  }

  @Test
  void aFingerprintDoesNotChangeWithTheRulesVersion() {
    Map<String, String> group = new LinkedHashMap<>(Map.of("source.ip", "1"));

    assertThat(detection(group).fingerprint()).isEqualTo(Digests.fingerprint("id-1", group));
  }

  @Test
  void aRecordThatCannotBeIsRefusedWithItsValue() {
    assertThatThrownBy(() -> new RawRecord("d", "c", "s", -1, 0, 0, null, "UTC", new byte[0]))
        .hasMessage("epoch must be at least 0, was -1");
    assertThatThrownBy(() -> Severity.of("hgh"))
        .hasMessage("severity \"hgh\" is not one of informational, low, medium, high, critical");
  }

  @Test
  void aTimeIsWrittenToTheMicrosecond() {
    byte[] text = new byte[UtcText.LENGTH];

    new UtcText().write(1_795_305_600_000_001L, text, 0);

    assertThat(new String(text, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("2026-11-22T00:00:00.000001Z");
  }

  @Test
  void aRuleSetSurvivesItsJsonAndNeedsASecondPerson() {
    LiveRule rule = LiveRule.of("id-1", "site/a.yml", "title: a");
    LiveRuleSet set =
        new LiveRuleSet(
            1,
            Instant.parse("2026-11-22T00:00:00Z"),
            "author",
            "approver",
            List.of(new LiveRuleSet.Member(rule.id(), rule.version())),
            Set.of("id-2"));

    assertThat(Json.mapper().readValue(Json.mapper().writeValueAsBytes(set), LiveRuleSet.class))
        .isEqualTo(set);
    assertThat(Json.mapper().readValue(Json.mapper().writeValueAsBytes(rule), LiveRule.class))
        .isEqualTo(rule);
    assertThatThrownBy(() -> new LiveRuleSet(2, set.at(), "author", "author", List.of(), Set.of()))
        .hasMessage("rule set 2 was proposed and approved by \"author\"");
    assertThatThrownBy(() -> new LiveRule("id-1", rule.version(), "site/a.yml", "title: b"))
        .hasMessage("version of rule id-1 is not its text's digest");
  }

  private static Detection detection(Map<String, String> group) {
    Instant time = Instant.parse("2026-11-22T00:00:00Z");
    return new Detection(
        "d-1",
        time,
        RULE,
        Severity.HIGH,
        group,
        5,
        List.of(new EvidenceEvent("e", time, "ssh-failed", "raw", Map.of("user.name", "<b>"))),
        List.of("attack.t1110"),
        Duration.ofMinutes(10),
        1,
        false,
        new Explanation(
            new BilingualText("中", "en"),
            List.of(),
            new Explanation.Window("event_count", time, time, Duration.ofMinutes(1), "gte 5", 5)));
  }
}
