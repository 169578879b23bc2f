package io.zhidun.stream.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.CanaryEvent;
import io.zhidun.events.Detection;
import io.zhidun.events.Json;
import io.zhidun.events.LogSource;
import io.zhidun.events.RawRecord;
import io.zhidun.events.RecordHeaders;
import io.zhidun.events.Topics;
import io.zhidun.rules.Catalog;
import io.zhidun.rules.RuleCanary;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.stream.core.Outgoing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Canaries through the operators as they stand in the job. */
class CanariesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:09Z");
  private static final LogSource SSHD = new LogSource(null, "linux", "sshd");
  private static final String ADDRESS = "2001:db8::9";

  /** One rule of each kind over failed logins and sizes; all by address. */
  private static final String EVERY_KIND =
      """
      title: base
      id: base
      name: base
      logsource: {product: linux, service: sshd}
      detection: {selection: {event.action: canary-test}, condition: selection}
      ---
      title: second
      id: second
      name: second
      logsource: {product: linux, service: sshd}
      detection: {selection: {event.action: canary-second}, condition: selection}
      ---
      title: single
      id: single
      name: single
      logsource: {product: linux, service: sshd}
      detection: {selection: {event.action|startswith: canary-t}, condition: selection}
      zhidun: {alone: true}
      """;

  @TempDir private Path folder;

  @Test
  void everyShippedRuleFiresAndNothingElseIsTold() throws Exception {
    RuleSet rules = RuleSet.catalog();
    try (Pipeline pipeline = new Pipeline(new RuleSource("", ""))) {
      List<String> sent = new ArrayList<>();
      for (Rule rule : rules.rules()) {
        if (rule.detectsAlone()) {
          pipeline.canaries(canary(rules, rule).at(NOW, "run-" + rule.name()));
          sent.add(rule.id());
        }
      }
      pipeline.settle();

      assertThat(pipeline.fired()).containsAll(sent);
      assertThat(pipeline.topics()).containsOnly(Topics.CANARIES);
      assertThat(pipeline.histories()).as("entities with a history").isZero();
    }
  }

  @Test
  void everyKindOfRuleFires() throws Exception {
    Files.createDirectory(folder.resolve("rules"));
    Files.writeString(
        folder.resolve("rules/kinds.yml"),
        EVERY_KIND
            + correlation("event_count", "[base]", "{gte: 3}")
            + correlation("value_count", "[base]", "{field: user.name, gte: 3}")
            + correlation("value_sum", "[base]", "{field: http.response.body.bytes, gte: 6}")
            + correlation("value_avg", "[base]", "{field: http.response.body.bytes, gte: 2}")
            + correlation(
                "value_percentile",
                "[base]",
                "{field: http.response.body.bytes, percentile: 50, gte: 2}")
            + correlation("temporal", "[base, second]", null)
            + correlation("temporal_ordered", "[base, second]", null)
            + correlation("event_count", "[by-value_count]", "{gte: 1}")
                .replace("by-event_count", "chained"));
    try (Pipeline pipeline = new Pipeline(new RuleSource(folder.toString(), ""))) {
      List<CanaryEvent> run = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        run.add(
            event(
                NOW.minusSeconds(4 - i),
                "every-kind",
                Map.of(
                    "event.action", "canary-test",
                    "user.name", "user" + i,
                    "http.response.body.bytes", i + 1)));
      }
      run.add(event(NOW, "every-kind", Map.of("event.action", "canary-second")));
      pipeline.canaries(run);

      assertThat(pipeline.fired())
          .contains(
              "single",
              "by-event_count",
              "by-value_count",
              "by-value_sum",
              "by-value_avg",
              "by-value_percentile",
              "by-temporal",
              "by-temporal_ordered",
              "chained");
    }
  }

  private static String correlation(String type, String rules, @Nullable String condition) {
    return """
        ---
        title: by-%1$s
        id: by-%1$s
        name: by-%1$s
        correlation: {type: %1$s, rules: %2$s, group-by: [source.ip], timespan: 60s%3$s}
        zhidun: {alone: true}
        """
        .formatted(type, rules, condition == null ? "" : ", condition: " + condition);
  }

  @Test
  void aCanaryAndAnAttackOfOneAddressDoNotCountTogether() throws Exception {
    try (Pipeline pipeline = new Pipeline(new RuleSource("", ""))) {
      for (int i = 0; i < 3; i++) {
        pipeline.canaries(List.of(failure(i, "one")));
        pipeline.canaries(List.of(failure(i, "two")));
        pipeline.real(i);
      }
      assertThat(pipeline.fired()).as("nine failures, three of each kind").isEmpty();

      pipeline.canaries(List.of(failure(3, "one"), failure(4, "one")));
      assertThat(pipeline.topics()).doesNotContain(Topics.DETECTIONS, Topics.ALERTS);
      assertThat(pipeline.fired()).hasSize(1);

      pipeline.real(3);
      pipeline.real(4);
      assertThat(pipeline.sent(Topics.DETECTIONS)).hasSize(1);
      assertThat(pipeline.sent(Topics.ALERTS)).hasSize(1);
      assertThat(pipeline.sent(Topics.EVENTS)).hasSize(5);
      assertThat(pipeline.fired()).as("of canaries").hasSize(1);
    }
  }

  @Test
  void canariesNeitherPushTheWatermarkNorHoldItBack() throws Exception {
    try (Pipeline pipeline = new Pipeline(new RuleSource("", ""))) {
      pipeline.canaries(List.of(failure(0, "one")));
      pipeline.tick();
      assertThat(pipeline.watermarks()).isEmpty();

      pipeline.real(5);
      pipeline.tick();
      assertThat(pipeline.watermarks())
          .extracting(Watermark::getTimestamp)
          .containsExactly(Instant.parse("2026-11-21T23:58:05Z").toEpochMilli());
    }
  }

  @Test
  void canariesLeaveNoTraceInTheLedgerNorInTheHitsOfRules() throws Exception {
    long before = hitsOfGuessing();
    try (Pipeline pipeline = new Pipeline(new RuleSource("", ""))) {
      for (int i = 0; i < 5; i++) {
        pipeline.canaries(List.of(failure(i, "one")));
      }
      pipeline.aMinute();

      assertThat(pipeline.fired()).hasSize(1);
      assertThat(pipeline.topics()).containsOnly(Topics.CANARIES);
      assertThat(hitsOfGuessing()).isEqualTo(before);
    }
  }

  private static long hitsOfGuessing() {
    return RuleHits.ofProcess().all().stream()
        .filter(hits -> hits.id().equals("edad9693-c80f-401c-9796-6249eb47f479"))
        .mapToLong(RuleHits.Hits::hits)
        .sum();
  }

  @Test
  void aCanaryThatWasReadBeforeIsNotReadAgain() throws Exception {
    try (Pipeline pipeline = new Pipeline(new RuleSource("", ""))) {
      pipeline.canaries(List.of(failure(0, "one"), failure(1, "one"), failure(2, "one")));
      RawRecord last = pipeline.record(failure(3, "one"));
      pipeline.on(last);
      pipeline.on(last);
      assertThat(pipeline.fired()).isEmpty();

      pipeline.canaries(List.of(failure(4, "one")));
      assertThat(pipeline.fired()).hasSize(1);
    }
  }

  @Test
  void aWatermarkThatIsFarAheadSilencesNoCanary() throws Exception {
    try (Pipeline pipeline = new Pipeline(new RuleSource("", ""))) {
      pipeline.canaries(List.of(failure(0, "one"), failure(1, "one")));
      pipeline.watermark(NOW.plus(Duration.ofHours(5)));
      pipeline.canaries(List.of(failure(2, "one"), failure(3, "one"), failure(4, "one")));

      assertThat(pipeline.fired()).hasSize(1);
    }
  }

  @Test
  void groupsOfCanariesAreForgottenByTheClockAlsoAcrossARestart() throws Exception {
    OperatorSubtaskState saved;
    try (Pipeline pipeline = new Pipeline(new RuleSource("", ""))) {
      pipeline.canaries(List.of(failure(0, "one"), failure(1, "one")));
      assertThat(pipeline.groups()).isEqualTo(1);
      saved = pipeline.snapshot();
    }
    try (Pipeline pipeline = new Pipeline(new RuleSource("", ""), saved)) {
      assertThat(pipeline.groups()).isEqualTo(1);
      pipeline.clock(Duration.ofMinutes(11));
      assertThat(pipeline.groups()).isZero();
    }
  }

  @Test
  void aSourceThatTookTheReservedNameIsRejected() throws Exception {
    try (Pipeline pipeline = new Pipeline(new RuleSource("", ""))) {
      pipeline.on(raw("syslog", CanaryEvent.SOURCE, 0, line(0)));
      pipeline.on(raw(CanaryEvent.DATASET, CanaryEvent.SOURCE, 1, "{"));
      pipeline.on(raw(CanaryEvent.DATASET, "auth", 0, text(failure(0, "one"))));

      assertThat(pipeline.topics()).containsOnly(Topics.REJECTED);
      assertThat(pipeline.sent(Topics.REJECTED))
          .extracting(CanariesTest::reason)
          .satisfiesExactly(
              first ->
                  assertThat(first)
                      .isEqualTo("the source name \"canary\" is reserved for canaries"),
              second -> assertThat(second).startsWith("no canary: "),
              third -> assertThat(third).isEqualTo("format \"canary\" is unknown"));
    }
  }

  private static String reason(Outgoing rejected) {
    return rejected.headers().stream()
        .filter(header -> header.key().equals(RecordHeaders.REASON))
        .map(header -> new String(header.value(), StandardCharsets.UTF_8))
        .findFirst()
        .orElse("");
  }

  private static RuleCanary canary(RuleSet rules, Rule rule) {
    return RuleCanary.of(rules, rule, Catalog.cases(rule).orElseThrow()).orElseThrow();
  }

  private static CanaryEvent failure(int second, String run) {
    return event(
        Instant.parse("2026-11-22T00:00:00Z").plusSeconds(second),
        run,
        Map.of("event.action", "ssh-login", "event.outcome", "failure", "user.name", "root"));
  }

  private static CanaryEvent event(Instant time, String run, Map<String, Object> more) {
    Map<String, Object> fields = new LinkedHashMap<>(more);
    fields.put("@timestamp", time.toString());
    fields.put("source.ip", ADDRESS);
    return new CanaryEvent("rule", run, SSHD, fields);
  }

  private static String text(CanaryEvent canary) {
    return new String(canary.toBytes(), StandardCharsets.UTF_8);
  }

  private static String line(int second) {
    return "2026-11-22T00:00:0%d+00:00 gate sshd[7]: Failed password for root from %s port 4 ssh2"
        .formatted(second, ADDRESS);
  }

  private static RawRecord raw(String dataset, String source, long sequence, String value) {
    return new RawRecord(
        dataset,
        "c",
        source,
        1,
        sequence,
        NOW.toEpochMilli() * 1000,
        null,
        "UTC",
        value.getBytes(StandardCharsets.UTF_8));
  }

  /** Matching, counting and judging, one record after the other. */
  private static final class Pipeline implements AutoCloseable {
    private final OneInputStreamOperatorTestHarness<RawRecord, Outgoing> match;
    private final KeyedOneInputStreamOperatorTestHarness<String, Hit, Hit> correlate;
    private final KeyedOneInputStreamOperatorTestHarness<String, Detection, Outgoing> judge;
    private int counted;
    private int judged;
    private long sequence;
    private long clock;

    Pipeline(RuleSource rules) throws Exception {
      this(rules, null);
    }

    Pipeline(RuleSource rules, @Nullable OperatorSubtaskState saved) throws Exception {
      match =
          new OneInputStreamOperatorTestHarness<>(new MatchOperator(rules, Duration.ofMinutes(2)));
      correlate = CountingStep.of(CorrelateOperator.first(rules));
      judge =
          new KeyedOneInputStreamOperatorTestHarness<>(
              new KeyedProcessOperator<>(new JudgeFunction(rules)),
              JudgeFunction::key,
              Types.STRING);
      if (saved != null) {
        correlate.initializeState(saved);
      }
      match.open();
      correlate.open();
      judge.open();
    }

    RawRecord record(CanaryEvent canary) {
      return raw(CanaryEvent.DATASET, CanaryEvent.SOURCE, sequence++, text(canary));
    }

    void canaries(List<CanaryEvent> events) throws Exception {
      for (CanaryEvent event : events) {
        on(record(event));
      }
    }

    void real(int second) throws Exception {
      on(raw("syslog", "auth", second, line(second)));
    }

    void on(RawRecord record) throws Exception {
      match.processElement(record, 0);
      settle();
    }

    void settle() throws Exception {
      List<Hit> hits = new ArrayList<>();
      var sent = match.getSideOutput(MatchOperator.HITS);
      if (sent != null) {
        sent.forEach(hit -> hits.add(hit.getValue()));
      }
      for (; counted < hits.size(); counted++) {
        correlate.processElement(hits.get(counted), 0);
      }
      List<Detection> detections = CountingStep.told(correlate);
      for (; judged < detections.size(); judged++) {
        judge.processElement(detections.get(judged), 0);
      }
    }

    void tick() throws Exception {
      clock += 300;
      match.setProcessingTime(clock);
    }

    void aMinute() throws Exception {
      for (int i = 0; i < 200; i++) {
        tick();
      }
    }

    void clock(Duration now) throws Exception {
      correlate.setProcessingTime(now.toMillis());
    }

    void watermark(Instant time) throws Exception {
      correlate.processWatermark(time.toEpochMilli());
    }

    List<Watermark> watermarks() {
      return match.getOutput().stream()
          .filter(Watermark.class::isInstance)
          .map(Watermark.class::cast)
          .toList();
    }

    int groups() {
      return correlate.numKeyedStateEntries();
    }

    int histories() {
      return judge.numKeyedStateEntries();
    }

    OperatorSubtaskState snapshot() throws Exception {
      correlate.prepareSnapshotPreBarrier(1);
      return correlate.snapshot(1, 1);
    }

    List<Outgoing> sent(String topic) {
      List<Outgoing> all = new ArrayList<>(match.extractOutputValues());
      all.addAll(judge.extractOutputValues());
      return all.stream().filter(outgoing -> outgoing.topic().equals(topic)).toList();
    }

    List<String> topics() {
      List<Outgoing> all = new ArrayList<>(match.extractOutputValues());
      all.addAll(judge.extractOutputValues());
      return all.stream().map(Outgoing::topic).distinct().toList();
    }

    /** Ids of the rules whose detections went to the canaries' topic. */
    List<String> fired() {
      return sent(Topics.CANARIES).stream()
          .map(
              outgoing -> {
                var value = Json.mapper().readTree(outgoing.value());
                String rule = value.at("/detection/rule/id").asString();
                assertThat(new String(outgoing.key(), StandardCharsets.UTF_8)).isEqualTo(rule);
                assertThat(value.path("decision").path("severity").asString()).isNotEmpty();
                return rule;
              })
          .toList();
    }

    @Override
    public void close() throws Exception {
      match.close();
      correlate.close();
      judge.close();
    }
  }
}
