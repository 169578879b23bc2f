package io.zhidun.stream.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.CanaryEvent;
import io.zhidun.events.Detection;
import io.zhidun.events.LogSource;
import io.zhidun.events.RawRecord;
import io.zhidun.stream.core.Outgoing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two keyed steps, of which the second counts what the first detects by other fields. */
class RegroupingStreamTest {
  private static final long RECEIVED = 1_795_305_600_000_000L;
  private static final String ADDRESS = "2001:db8::9";
  private static final String RULES =
      """
      title: Failure
      id: own-failure
      name: own-failure
      logsource: {product: linux, service: sshd}
      detection: {selection: {event.action: ssh-login, event.outcome: failure}, condition: selection}
      ---
      title: Guessing at a host
      id: own-guessing
      name: own-guessing
      correlation: {type: event_count, rules: [own-failure], group-by: [source.ip, host.name], timespan: 60s, condition: {gte: 2}}
      ---
      title: Guessing at several hosts
      id: own-sweep
      name: own-sweep
      correlation: {type: value_count, rules: [own-guessing], group-by: [source.ip], timespan: 5m, condition: {field: host.name, gte: 2}}
      """;

  private RuleSource rules = new RuleSource("", "");
  private long sequence;

  @BeforeEach
  void site(@TempDir Path site) throws IOException {
    Path file = Files.createDirectories(site.resolve("rules")).resolve("own.yml");
    Files.writeString(file, RULES);
    rules = new RuleSource(site.toString(), "");
  }

  @Test
  void detectsAtOnceAlsoAcrossARestore() throws Exception {
    List<OperatorSubtaskState> saved;
    try (Steps steps = new Steps(null)) {
      steps.on(line(0, "alpha"));
      steps.on(line(1, "alpha"));
      steps.on(line(2, "beta"));
      assertThat(steps.sweeps()).isEmpty();
      saved = steps.snapshot();
    }
    try (Steps steps = new Steps(saved)) {
      steps.on(line(3, "beta"));

      assertThat(steps.sweeps())
          .singleElement()
          .satisfies(
              sweep ->
                  assertThat(sweep.events())
                      .extracting(event -> event.fields().get("host.name"))
                      .containsExactly("alpha", "beta"));
    }
  }

  @Test
  void whatTheFirstStepWithdrawsIsTakenBackInTheSecond() throws Exception {
    try (Steps steps = new Steps(null)) {
      steps.on(line(0, "alpha"));
      steps.on(line(1, "alpha"));
      steps.on(line(5, "beta"));
      steps.on(line(6, "beta"));
      steps.on(line(4, "beta"));

      List<Detection> sweeps = steps.sweeps();
      assertThat(sweeps).extracting(Detection::withdrawn).containsOnlyOnce(true).hasSize(3);
      assertThat(sweeps.get(0).withdrawn()).isFalse();
      assertThat(sweeps)
          .filteredOn(Detection::withdrawn)
          .extracting(Detection::id)
          .containsExactly(sweeps.get(0).id());
    }
  }

  @Test
  void whatTheSecondStepToldBehindTheCheckpointAndDoesNotMakeAgainIsWithdrawn() throws Exception {
    OperatorSubtaskState saved;
    Detection told;
    try (Steps steps = new Steps(null)) {
      saved = steps.snapshot().get(1);
      for (int second = 0; second < 4; second++) {
        steps.on(line(second, second < 2 ? "alpha" : "beta"));
      }
      told = steps.sweeps().get(0);
    }
    try (var behind =
        CountingStep.of(
            CorrelateOperator.behind(rules, (gone, since) -> new Told(List.of(told))))) {
      behind.initializeState(saved);
      behind.open();
      behind.processWatermark(told.time().toEpochMilli());
      assertThat(CountingStep.told(behind)).isEmpty();
      behind.processWatermark(told.time().toEpochMilli() + 1);
      assertThat(CountingStep.told(behind)).containsExactly(told.withdrawal());
    }
  }

  @Test
  void canariesOfTwoRunsAndRealEventsAreNotCountedTogether() throws Exception {
    try (Steps steps = new Steps(null)) {
      steps.on(line(0, "alpha"));
      steps.on(line(1, "alpha"));
      steps.on(canary("one", 2, "beta"));
      steps.on(canary("one", 3, "beta"));
      steps.on(canary("two", 4, "gamma"));
      steps.on(canary("two", 5, "gamma"));
      assertThat(steps.sweeps()).isEmpty();

      steps.on(canary("two", 6, "delta"));
      steps.on(canary("two", 7, "delta"));
      assertThat(steps.sweeps()).singleElement().matches(CanaryEvent::isBehind);
    }
  }

  private RawRecord line(int second, String host) {
    return raw(
        "syslog",
        "auth",
        "2026-11-22T00:00:0%d+00:00 %s sshd[7]: Failed password for root from %s port 4 ssh2"
            .formatted(second, host, ADDRESS));
  }

  private RawRecord canary(String run, int second, String host) {
    Map<String, Object> fields =
        Map.of(
            "@timestamp",
            "2026-11-22T00:00:0" + second + "Z",
            "event.action",
            "ssh-login",
            "event.outcome",
            "failure",
            "source.ip",
            ADDRESS,
            "host.name",
            host);
    CanaryEvent canary =
        new CanaryEvent("own-sweep", run, new LogSource(null, "linux", "sshd"), Map.copyOf(fields));
    return raw(
        CanaryEvent.DATASET,
        CanaryEvent.SOURCE,
        new String(canary.toBytes(), StandardCharsets.UTF_8));
  }

  private RawRecord raw(String dataset, String source, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String collector = source.equals(CanaryEvent.SOURCE) ? CanaryEvent.COLLECTOR : "c";
    return new RawRecord(dataset, collector, source, 1, sequence++, RECEIVED, null, "UTC", bytes);
  }

  private final class Steps implements AutoCloseable {
    private final OneInputStreamOperatorTestHarness<RawRecord, Outgoing> match;
    private final KeyedOneInputStreamOperatorTestHarness<String, Hit, Hit> first;
    private final KeyedOneInputStreamOperatorTestHarness<String, Hit, Hit> behind;
    private int matched;
    private int counted;

    Steps(@Nullable List<OperatorSubtaskState> saved) throws Exception {
      match =
          new OneInputStreamOperatorTestHarness<>(new MatchOperator(rules, Duration.ofMinutes(2)));
      first = CountingStep.of(CorrelateOperator.first(rules));
      behind = CountingStep.of(CorrelateOperator.behind(rules));
      if (saved != null) {
        first.initializeState(saved.get(0));
        behind.initializeState(saved.get(1));
      }
      match.open();
      first.open();
      behind.open();
    }

    void on(RawRecord record) throws Exception {
      match.processElement(record, 0);
      List<Hit> hits = new ArrayList<>();
      var sent = match.getSideOutput(MatchOperator.HITS);
      if (sent != null) {
        sent.forEach(hit -> hits.add(hit.getValue()));
      }
      for (; matched < hits.size(); matched++) {
        first.processElement(hits.get(matched), 0);
      }
      List<Hit> on = first.extractOutputValues();
      for (; counted < on.size(); counted++) {
        behind.processElement(on.get(counted), 0);
      }
    }

    List<Detection> sweeps() {
      List<Detection> sweeps = new ArrayList<>();
      for (Hit hit : behind.extractOutputValues()) {
        Detection detection = hit.detection();
        if (detection != null && detection.rule().name().equals("own-sweep")) {
          sweeps.add(detection);
        }
      }
      return sweeps;
    }

    List<OperatorSubtaskState> snapshot() throws Exception {
      first.prepareSnapshotPreBarrier(1);
      behind.prepareSnapshotPreBarrier(1);
      return List.of(first.snapshot(1, 1), behind.snapshot(1, 1));
    }

    @Override
    public void close() throws Exception {
      match.close();
      first.close();
      behind.close();
    }
  }
}
