package io.zhidun.rules.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Decision;
import io.zhidun.events.Detection;
import io.zhidun.events.Severity;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.RuleText;
import io.zhidun.rules.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DryRunTest {
  private static final String ID = "11111111-1111-4111-8111-111111111111";
  private static final String OTHER_ID = "22222222-2222-4222-8222-222222222222";

  private static RuleSet rules(String names) {
    String rule =
        """
        title: Tool
        id: %s
        name: tool
        logsource: {product: linux}
        detection:
            selection: {process.name: [%s]}
            condition: selection
        level: low
        zhidun:
            group-by: [host.name]
            recovery: 10m
        """;
    String other =
        """
        title: Any
        id: %s
        logsource: {product: linux}
        detection:
            selection: {host.name: a}
            condition: selection
        """;
    RuleSet.Loaded loaded =
        RuleSet.of(
            List.of(
                new RuleText("tool.yml", rule.formatted(ID, names)),
                new RuleText("any.yml", other.formatted(OTHER_ID))));
    assertThat(loaded.faults()).isEmpty();
    return loaded.rules();
  }

  private static DryRun run(
      String names, @Nullable String running, @Nullable Judgement judgement, DryRun.Bounds bounds) {
    return new DryRun(
        rules(names),
        Set.of(ID),
        running == null ? null : rules(running),
        judgement,
        Duration.ZERO,
        bounds);
  }

  private static boolean on(DryRun run, long second, String host, String program) {
    return run.on(
        TestEvents.with(
            TestEvents.at(second, "s", second), "host.name", host, "process.name", program));
  }

  @Test
  void gathersDetectionsIntoAlertsThatQuietSeparates() {
    DryRun run = run("nc", null, null, DryRun.Bounds.NONE);
    on(run, 0, "a", "nc");
    on(run, 600, "a", "nc");
    on(run, 1_201, "a", "nc");
    on(run, 1_201, "b", "nc");
    on(run, 1_300, "b", "ls");

    DryRunResult result = run.result();

    assertThat(result.events()).isEqualTo(5);
    assertThat(result.from()).isEqualTo(Instant.EPOCH);
    assertThat(result.to()).isEqualTo(Instant.ofEpochSecond(1_300));
    assertThat(result.detections()).isEqualTo(4);
    assertThat(result.alerts()).isEqualTo(3);
    assertThat(result.severities()).containsOnlyKeys("low").containsValue(3L);
    assertThat(result.rules()).hasSize(1);
    assertThat(result.entities().get("host.name"))
        .containsExactly(new DryRunResult.Entity("a", 3), new DryRunResult.Entity("b", 1));
    assertThat(result.buckets().stream().mapToLong(DryRunResult.Bucket::detections).sum())
        .isEqualTo(4);
    assertThat(result.buckets().stream().mapToLong(DryRunResult.Bucket::alerts).sum()).isEqualTo(3);
    assertThat(result.difference()).isNull();
    assertThat(result.examples()).hasSize(2);
    assertThat(result.whole()).isTrue();
  }

  @Test
  void saysWhatTheRunningVersionFindsToo() {
    DryRun run = run("nc, socat", "nc, ncat", null, DryRun.Bounds.NONE);
    on(run, 0, "a", "nc");
    on(run, 1, "a", "socat");
    on(run, 2, "a", "socat");
    on(run, 3, "a", "ncat");
    // Two events of one group at the same time are two detections.
    run.on(
        TestEvents.with(TestEvents.at(2, "other", 1), "host.name", "a", "process.name", "socat"));

    assertThat(run.result().difference()).isEqualTo(new DryRunResult.Difference(2, 1, 3, 1));
  }

  @Test
  void countsWhatTheJudgeHoldsBack() {
    DryRun run = run("nc", null, DryRunTest::holdsOnA, DryRun.Bounds.NONE);
    on(run, 0, "a", "nc");
    on(run, 0, "b", "nc");
    on(run, 1, "b", "nc");

    DryRunResult result = run.result();

    assertThat(result.detections()).isEqualTo(3);
    assertThat(result.held()).isEqualTo(1);
    assertThat(result.alerts()).isEqualTo(1);
    assertThat(result.severities()).containsOnlyKeys("critical");
  }

  private static Decision holdsOnA(Detection detection) {
    boolean raise = !"a".equals(detection.group().get("host.name"));
    return new Decision(raise, Severity.CRITICAL, "", "", "", "", "", List.of());
  }

  @Test
  void endsAtItsBounds() {
    DryRun run = run("nc", null, null, new DryRun.Bounds(2, 10));

    assertThat(on(run, 0, "a", "nc")).isTrue();
    assertThat(on(run, 1, "a", "nc")).isFalse();
    assertThat(on(run, 2, "a", "nc")).isFalse();
    assertThat(run.result().detections()).isEqualTo(2);
    assertThat(run.result().events()).isEqualTo(2);
    assertThat(run.result().whole()).isFalse();
  }

  @Test
  void thePartAroundARuleDetectsWhatTheWholeDoes() {
    RuleSet around = rules("nc").around(Set.of(ID));

    assertThat(around.rules()).extracting(rule -> rule.id()).containsExactly(ID);
    assertThat(around.rule(ID).orElseThrow().reference())
        .isEqualTo(rules("nc").rule(ID).orElseThrow().reference());
  }
}
