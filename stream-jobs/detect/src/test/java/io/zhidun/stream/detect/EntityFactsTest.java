package io.zhidun.stream.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.BilingualText;
import io.zhidun.events.CanaryEvent;
import io.zhidun.events.Detection;
import io.zhidun.events.EvidenceEvent;
import io.zhidun.events.Explanation;
import io.zhidun.events.Json;
import io.zhidun.events.RuleReference;
import io.zhidun.events.Severity;
import io.zhidun.events.Topics;
import io.zhidun.stream.core.Outgoing;
import io.zhidun.stream.core.RecordType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.partitioner.ForwardPartitioner;
import org.apache.flink.streaming.runtime.partitioner.KeyGroupStreamPartitioner;
import org.apache.flink.streaming.runtime.partitioner.StreamPartitioner;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the judge of the stream is told of a detection's entity. */
class EntityFactsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final RuleSource SHIPPED = new RuleSource("", "");
  private static final int KEY_GROUPS = 128;

  /** Tells all that the history says. */
  private static final String TELLING =
      """
      package io.zhidun.judge;
      import io.zhidun.rules.judge.*;
      global io.zhidun.rules.judge.Verdict verdict;
      rule "history" when Finding() $h : History() then
        verdict.note("history", "史", "history", "entity", $h.getEntity(), "value", $h.getValue(),
            "rules", $h.getRules(), "held", $h.getHeldRules(), "detections", $h.getDetections());
      end
      rule "expected" when Finding( rule == "login" ) then
        verdict.hold("expected", "预期", "expected");
      end
      """;

  @TempDir private Path folder;

  @Test
  void theThirdRuleOfAnEntityIsMoreSevereAlsoAcrossARestore() throws Exception {
    OperatorSubtaskState saved;
    try (var judge = judging(SHIPPED)) {
      judge.open();
      judge.processElement(at(0, "scan", "eve"), 0);
      judge.processElement(at(1, "guessing", "eve"), 0);
      judge.processElement(at(2, "export", "adam"), 0);
      assertThat(severities(judge)).containsOnly("medium");
      saved = judge.snapshot(1, 1);
    }
    try (var judge = judging(SHIPPED)) {
      judge.initializeState(saved);
      judge.open();
      judge.processElement(at(3, "export", "Eve"), 0);
      judge.processElement(at(4, "scan", "adam"), 0);

      assertThat(severities(judge)).containsExactly("high", "medium");
      assertThat(sent(judge, Topics.ALERTS).get(0).at("/decision/reasons").toString())
          .contains("entity-behind-several-rules", "export, guessing, scan");
    }
  }

  @Test
  void theJudgeIsToldOfHeldDetectionsApart() throws Exception {
    try (var judge = judging(telling())) {
      judge.open();
      judge.processElement(at(0, "login", "eve"), 0);
      judge.processElement(at(1, "login", "eve"), 0);
      judge.processElement(at(2, "scan", "eve"), 0);

      assertThat(last(judge))
          .isEqualTo(
              Map.of(
                  "entity", "user.name",
                  "value", "eve",
                  "rules", "1",
                  "held", "1",
                  "detections", "3"));
    }
  }

  @Test
  void aWithdrawnDetectionLeavesAndARepeatedOneCountsOnce() throws Exception {
    try (var judge = judging(telling())) {
      judge.open();
      judge.processElement(at(0, "scan", "eve"), 0);
      judge.processElement(at(1, "guessing", "eve"), 0);
      judge.processElement(at(1, "guessing", "eve"), 0);
      judge.processElement(at(0, "scan", "eve").withdrawal(), 0);
      judge.processElement(at(2, "export", "eve"), 0);
      assertThat(last(judge)).containsEntry("rules", "2").containsEntry("detections", "2");

      judge.processElement(at(1, "guessing", "eve").withdrawal(), 0);
      judge.processElement(at(2, "export", "eve").withdrawal(), 0);
      assertThat(judge.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void canariesLeaveNoTraceAndAreToldOfNone() throws Exception {
    try (var judge = judging(telling())) {
      judge.open();
      judge.processElement(at(0, "scan", "eve"), 0);
      judge.processElement(canary(at(1, "guessing", "eve")), 0);
      judge.processElement(at(2, "export", "eve"), 0);

      assertThat(last(judge)).containsEntry("rules", "2").containsEntry("detections", "2");
      assertThat(sent(judge, Topics.CANARIES))
          .singleElement()
          .satisfies(
              told ->
                  assertThat(told.at("/decision/reasons/0/facts/detections").asString())
                      .isEqualTo("1"));
    }
  }

  @Test
  void aDetectionThatNamesNobodyIsJudgedWithoutAHistory() throws Exception {
    try (var judge = judging(telling())) {
      judge.open();
      judge.processElement(at(0, "scan", "-"), 0);
      judge.processElement(at(1, "guessing", "-"), 0);

      assertThat(last(judge)).containsEntry("entity", "").containsEntry("detections", "1");
      assertThat(judge.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void whatNothingCanReachIsForgottenAlsoAcrossARestore() throws Exception {
    OperatorSubtaskState saved;
    try (var judge = judging(SHIPPED)) {
      judge.open();
      judge.processElement(at(0, "scan", "eve"), 0);
      judge.processElement(at(3_600, "guessing", "eve"), 0);
      judge.processElement(at(3_600, "guessing", "adam"), 0);
      saved = judge.snapshot(1, 1);
    }
    try (var judge = judging(SHIPPED)) {
      judge.initializeState(saved);
      judge.open();
      judge.processWatermark(NOON.plus(Duration.ofHours(24)).plusSeconds(60).toEpochMilli());
      assertThat(judge.numKeyedStateEntries()).isEqualTo(2);

      judge.processWatermark(NOON.plus(Duration.ofHours(25)).plusMillis(2).toEpochMilli());
      assertThat(judge.numKeyedStateEntries()).isZero();
      assertThat(judge.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void theSitesFileOfEntitiesReachesTheJudge() throws Exception {
    Files.writeString(
        folder.resolve("entities.csv"),
        """
        kind,value,role,department,networks,hours,expires,note-zh,note-en
        user,svc-*,,,10.9.0.0/24,,2027-01-01T00:00:00Z,,
        """);
    try (var judge = judging(new RuleSource(folder.toString(), ""))) {
      judge.open();
      judge.processElement(from("10.9.0.7"), 0);
      judge.processElement(from("192.0.2.7"), 0);

      assertThat(sent(judge, Topics.DETECTIONS))
          .extracting(json -> json.at("/decision/reasons").toString())
          .satisfiesExactly(
              inside -> assertThat(inside).doesNotContain("account-outside-usual-networks"),
              outside -> assertThat(outside).contains("account-outside-usual-networks"));
    }
  }

  private static Detection from(String address) {
    Map<String, String> fields = Map.of("user.name", "svc-web", "source.ip", address);
    return detection(address, NOON, "scan", new EvidenceEvent(address, NOON, "scan", "", fields));
  }

  @Test
  void historiesFollowTheirKeysToMoreSubtasks() throws Exception {
    List<String> names = List.of("eve", "adam", "cain", "abel", "seth", "enos", "kenan", "jared");
    OperatorSubtaskState saved;
    try (var judge = judging(SHIPPED)) {
      judge.open();
      for (String name : names) {
        judge.processElement(at(0, "scan", name), 0);
        judge.processElement(at(1, "guessing", name), 0);
      }
      saved = judge.snapshot(1, 1);
    }
    int judged = 0;
    for (int subtask = 0; subtask < 2; subtask++) {
      try (var judge = judging(SHIPPED, subtask, 2)) {
        judge.initializeState(
            AbstractStreamOperatorTestHarness.repartitionOperatorState(
                saved, KEY_GROUPS, 1, 2, subtask));
        judge.open();
        for (String name : names) {
          if (isAtHome(name, subtask)) {
            judge.processElement(at(2, "export", name), 0);
            judged++;
          }
        }
        assertThat(severities(judge)).isNotEmpty().containsOnly("high");
      }
    }
    assertThat(judged).isEqualTo(names.size());
  }

  private static boolean isAtHome(String name, int subtask) {
    return org.apache.flink.runtime.state.KeyGroupRangeAssignment.assignKeyToParallelOperator(
            JudgeFunction.key(at(2, "export", name)), KEY_GROUPS, 2)
        == subtask;
  }

  @Test
  void onlyWithSeveralSubtasksDetectionsAreExchanged() {
    assertThat(intoJudge(1)).isInstanceOf(ForwardPartitioner.class);
    assertThat(intoJudge(2)).isInstanceOf(KeyGroupStreamPartitioner.class);
  }

  private static StreamPartitioner<?> intoJudge(int parallelism) {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.setParallelism(parallelism);
    DataStream<Hit> hits =
        env.fromSequence(1, 1)
            .map(number -> (Hit) null)
            .returns(RecordType.of(Hit.class, new Hit.Serializer()));
    SecurityJob.detect(hits, SHIPPED).sinkTo(new DiscardingSink<>());
    StreamNode judge =
        env.getStreamGraph().getStreamNodes().stream()
            .filter(node -> node.getOperatorName().equals("judge"))
            .findFirst()
            .orElseThrow();
    return judge.getInEdges().stream().map(StreamEdge::getPartitioner).findFirst().orElseThrow();
  }

  private RuleSource telling() throws Exception {
    Path judge = Files.createDirectories(folder.resolve("judge"));
    Files.writeString(judge.resolve("decisions.drl"), TELLING);
    return new RuleSource(folder.toString(), "");
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Detection, Outgoing> judging(
      RuleSource rules) throws Exception {
    return judging(rules, 0, 1);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Detection, Outgoing> judging(
      RuleSource rules, int subtask, int parallelism) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new JudgeFunction(rules)),
        JudgeFunction::key,
        Types.STRING,
        KEY_GROUPS,
        parallelism,
        subtask);
  }

  private static List<String> severities(
      KeyedOneInputStreamOperatorTestHarness<String, Detection, Outgoing> judge) {
    return sent(judge, Topics.DETECTIONS).stream()
        .map(json -> json.at("/decision/severity").asString())
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> last(
      KeyedOneInputStreamOperatorTestHarness<String, Detection, Outgoing> judge) {
    List<JsonNode> all = sent(judge, Topics.DETECTIONS);
    return Json.mapper()
        .convertValue(all.get(all.size() - 1).at("/decision/reasons/0/facts"), Map.class);
  }

  private static List<JsonNode> sent(
      KeyedOneInputStreamOperatorTestHarness<String, Detection, Outgoing> judge, String topic) {
    return judge.extractOutputValues().stream()
        .filter(outgoing -> outgoing.topic().equals(topic))
        .map(outgoing -> Json.mapper().readTree(outgoing.value()))
        .toList();
  }

  private static Detection at(long seconds, String rule, String user) {
    Instant time = NOON.plusSeconds(seconds);
    EvidenceEvent event =
        new EvidenceEvent("event" + seconds, time, rule, "", Map.of("user.name", user));
    return detection(rule + "@" + seconds + user, time, rule, event);
  }

  private static Detection canary(Detection like) {
    EvidenceEvent event =
        new EvidenceEvent(
            CanaryEvent.SOURCE + ":1",
            like.time(),
            like.rule().name(),
            "",
            like.events().get(0).fields());
    return detection("canary-" + like.id(), like.time(), like.rule().name(), event);
  }

  private static Detection detection(String id, Instant time, String rule, EvidenceEvent event) {
    return new Detection(
        id,
        time,
        new RuleReference("id-of-" + rule, rule, "1", new BilingualText(rule, rule)),
        Severity.MEDIUM,
        Map.of(),
        1,
        List.of(event),
        List.of(),
        Duration.ofMinutes(10),
        0,
        false,
        new Explanation(new BilingualText("", ""), List.of(), null));
  }
}
