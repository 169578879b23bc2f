package io.zhidun.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.CanaryEvent;
import io.zhidun.rules.cases.CaseFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleCanaryTest {
  private static final Instant NOW = Instant.parse("2026-11-27T15:30:00.5Z");
  private static final String COUNTING =
      """
      title: Failure
      id: failure
      name: failure
      logsource: {product: linux, service: sshd}
      detection: {selection: {event.outcome: failure}, condition: selection}
      ---
      title: Three
      id: three
      name: three
      correlation: {type: event_count, rules: [failure], group-by: [source.ip], timespan: 60s, condition: {gte: 3}}
      zhidun: {alone: true}
      """;

  @TempDir private Path folder;

  @Test
  void isTheFirstCaseThatTheRuleFiresOnWithItsLastEventNow() throws IOException {
    RuleCanary canary =
        canary(
                COUNTING,
                "three",
                """
                - name: too few
                  detections: 0
                  events:
                    - {"@timestamp": "2026-01-01T00:00:00Z", repeat: 2, every: 5s, logsource: {product: linux, service: sshd}, event.outcome: failure, source.ip: 192.0.2.1}
                - name: three, the last one first
                  detections: 1
                  events:
                    - {"@timestamp": "2026-01-01T00:00:30Z", logsource: {product: linux, service: sshd}, event.outcome: failure, source.ip: 192.0.2.2}
                    - {"@timestamp": "2026-01-01T00:00:00Z", repeat: 2, every: 5s, logsource: {product: linux, service: sshd}, event.outcome: failure, source.ip: 192.0.2.2}
                """)
            .orElseThrow();

    List<CanaryEvent> events = canary.at(NOW, "run-1");

    assertThat(events)
        .extracting(CanaryEvent::time)
        .containsExactly(NOW.minusSeconds(30), NOW.minusSeconds(25), NOW);
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.rule()).isEqualTo("three");
              assertThat(event.run()).isEqualTo("run-1");
              assertThat(event.event()).containsEntry("source.ip", "192.0.2.2");
            });
  }

  @Test
  void aRuleThatLooksAtTheTimeOfDayKeepsItAndTheWeekday() throws IOException {
    RuleCanary canary =
        canary(
                """
                title: At night
                id: night
                name: night
                logsource: {product: linux}
                detection: {selection: {"@timestamp|hour": 3}, condition: selection}
                zhidun: {alone: true}
                """,
                "night",
                """
                - name: at three on a Sunday
                  detections: 1
                  events:
                    - {"@timestamp": "2026-11-01T03:15:00Z", logsource: {product: linux}, user.name: a}
                """)
            .orElseThrow();

    assertThat(canary.at(NOW, "run-1"))
        .extracting(CanaryEvent::time)
        .containsExactly(Instant.parse("2026-11-22T03:15:00Z"));
    assertThat(canary.at(Instant.parse("2026-11-27T03:59:00Z"), "run-1"))
        .extracting(CanaryEvent::time)
        .containsExactly(Instant.parse("2026-11-27T03:59:00Z"));
  }

  @Test
  void casesOfAnotherRuleOrOfTooManyEventsAreNone() throws IOException {
    assertThat(
            canary(
                COUNTING,
                "three",
                """
                - name: says that it detects, and does not
                  detections: 1
                  events:
                    - {"@timestamp": "2026-01-01T00:00:00Z", logsource: {product: linux, service: sshd}, event.outcome: failure, source.ip: 192.0.2.1}
                - name: too many
                  detections: 333
                  events:
                    - {"@timestamp": "2026-01-01T00:00:00Z", repeat: 1001, every: 1s, logsource: {product: linux, service: sshd}, event.outcome: failure, source.ip: 192.0.2.1}
                """))
        .isEmpty();
  }

  private Optional<RuleCanary> canary(String rule, String id, String cases) throws IOException {
    Path file = Files.writeString(folder.resolve("rule.yml"), rule);
    RuleSet rules = RuleSet.load(file);
    return RuleCanary.of(
        rules, rules.rule(id).orElseThrow(), CaseFile.parse("rule.cases.yml", cases));
  }
}
