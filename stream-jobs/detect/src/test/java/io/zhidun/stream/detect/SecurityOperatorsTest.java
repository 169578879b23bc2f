package io.zhidun.stream.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.AlertDraft;
import io.zhidun.events.Detection;
import io.zhidun.events.Json;
import io.zhidun.events.RawRecord;
import io.zhidun.events.RecordHeaders;
import io.zhidun.events.Topics;
import io.zhidun.stream.core.Outgoing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecurityOperatorsTest {
  private static final long RECEIVED = 1_795_305_600_000_000L;
  private static final RuleSource RULES = new RuleSource("", "");

  @Test
  void everyLineBecomesAnEventAndGuessesBecomeHits() throws Exception {
    try (var match = matching()) {
      match.open();
      for (int i = 0; i < 5; i++) {
        match.processElement(guess(i, i), 0);
      }
      match.processElement(raw(5, "no header"), 0);

      assertThat(sent(match, Topics.EVENTS)).hasSize(5);
      assertThat(hits(match)).hasSize(5);
      assertThat(sent(match, Topics.REJECTED))
          .singleElement()
          .extracting(rejected -> header(rejected, RecordHeaders.REASON))
          .isEqualTo("no syslog header");
    }
  }

  @Test
  void anEventTooLargeToBeWrittenIsKeptAsItCameAndStillMatched() throws Exception {
    // As JSON each of these characters takes six bytes, in the raw text and in the name.
    String name = "\u0001".repeat(1 << 20);
    try (var match = matching()) {
      match.open();
      match.processElement(
          raw(
              0,
              "2026-11-22T00:00:01+00:00 gate sshd[7]: Failed password for invalid user "
                  + name
                  + " from 2001:db8::9 port 4 ssh2"),
          0);

      assertThat(sent(match, Topics.EVENTS)).isEmpty();
      assertThat(sent(match, Topics.REJECTED))
          .singleElement()
          .satisfies(
              rejected -> {
                assertThat(header(rejected, RecordHeaders.REASON))
                    .matches("the event takes \\d+ bytes as JSON, at most 6291456 are written");
                assertThat(rejected.value()).hasSizeGreaterThan(1 << 20).hasSizeLessThan(2 << 20);
              });
      assertThat(hits(match)).isNotEmpty();
    }
  }

  @Test
  void whatWasReadBeforeIsNotReadAgainAfterARestore() throws Exception {
    OperatorSubtaskState saved;
    try (var match = matching()) {
      match.open();
      match.processElement(guess(0, 0), 0);
      match.processElement(guess(1, 1), 0);
      saved = match.snapshot(1, 1);
    }

    try (var match = matching()) {
      match.initializeState(saved);
      match.open();
      match.processElement(guess(1, 1), 0);
      match.processElement(guess(2, 2), 0);

      assertThat(match.extractOutputValues()).hasSize(1);
    }
  }

  @Test
  void theFifthGuessDetectsAtOnceAlsoAcrossARestore() throws Exception {
    List<Hit> hits = fiveHits();
    OperatorSubtaskState saved;
    try (var correlate = correlating()) {
      correlate.open();
      for (Hit hit : hits.subList(0, 4)) {
        correlate.processElement(hit, 0);
      }
      assertThat(CountingStep.told(correlate)).isEmpty();
      correlate.prepareSnapshotPreBarrier(1);
      saved = correlate.snapshot(1, 1);
    }

    try (var correlate = correlating()) {
      correlate.initializeState(saved);
      correlate.open();
      correlate.processElement(hits.get(4), 0);

      assertThat(CountingStep.told(correlate))
          .singleElement()
          .satisfies(
              detection -> {
                assertThat(detection.rule().name()).isEqualTo("ssh-password-guessing");
                assertThat(detection.count()).isEqualTo(5);
              });
    }
  }

  @Test
  void aGroupIsForgottenWhenItCanNoLongerMatter() throws Exception {
    try (var correlate = correlating()) {
      correlate.open();
      correlate.processElement(fiveHits().get(0), 0);
      correlate.prepareSnapshotPreBarrier(1);
      assertThat(correlate.numKeyedStateEntries()).isPositive();

      for (int hours = 1; hours <= 3; hours++) {
        correlate.processWatermark(RECEIVED / 1000 + Duration.ofHours(hours).toMillis());
      }

      assertThat(correlate.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void aLoginWaitsWithoutAStateForGuessesThatArriveLater() throws Exception {
    Hit login = login();
    List<Hit> guesses = fiveHits();
    OperatorSubtaskState saved;
    try (var correlate = correlating()) {
      correlate.open();
      correlate.processElement(login, 0);
      assertThat(correlate.numKeyedStateEntries()).isZero();
      for (Hit guess : guesses) {
        correlate.processElement(guess, 0);
      }
      assertThat(names(correlate))
          .containsExactly("ssh-password-guessing", "ssh-success-after-guessing");
    }

    try (var correlate = correlating()) {
      correlate.open();
      correlate.processElement(login, 0);
      correlate.prepareSnapshotPreBarrier(1);
      saved = correlate.snapshot(1, 1);
    }
    try (var correlate = correlating()) {
      correlate.initializeState(saved);
      correlate.open();
      for (Hit guess : guesses) {
        correlate.processElement(guess, 0);
      }
      assertThat(names(correlate)).as("after a restore").contains("ssh-success-after-guessing");
    }
  }

  @Test
  void aLoginThatNothingCanPrecedeAnyMoreIsForgotten() throws Exception {
    try (var correlate = correlating()) {
      correlate.open();
      correlate.processElement(login(), 0);
      correlate.processWatermark(RECEIVED / 1000 + Duration.ofMinutes(1).toMillis());
      correlate.prepareSnapshotPreBarrier(1);
      assertThat(correlate.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void whatWasToldBehindTheCheckpointIsMadeAgainOrWithdrawn() throws Exception {
    List<Hit> hits = guesses(7);
    Detection ofLater = detectionOf(hits.subList(2, 7));
    Detection ofAll = detectionOf(hits.subList(0, 5));
    OperatorSubtaskState saved;
    try (var correlate = correlating()) {
      correlate.open();
      correlate.prepareSnapshotPreBarrier(3);
      saved = correlate.snapshot(3, 1);
    }

    // Two came late before the kill, and in order after it.
    Told.Source told = (gone, since) -> new Told(List.of(ofLater, ofAll));
    try (var correlate = correlating(told)) {
      correlate.initializeState(saved);
      correlate.open();
      for (Hit hit : hits) {
        correlate.processElement(hit, 0);
      }
      assertThat(CountingStep.told(correlate)).containsExactly(ofAll, ofLater.withdrawal());
    }
  }

  @Test
  void whatCannotBeMadeAgainIsWithdrawnWhenTheWatermarkHasPassed() throws Exception {
    List<Hit> hits = guesses(7);
    Detection ofLater = detectionOf(hits.subList(2, 7));
    OperatorSubtaskState saved;
    try (var correlate = correlating()) {
      correlate.open();
      correlate.prepareSnapshotPreBarrier(3);
      saved = correlate.snapshot(3, 1);
    }
    try (var correlate = correlating((gone, since) -> new Told(List.of(ofLater)))) {
      correlate.initializeState(saved);
      correlate.open();
      correlate.processElement(hits.get(2), 0);
      correlate.prepareSnapshotPreBarrier(4);
      saved = correlate.snapshot(4, 2);
    }

    try (var correlate = correlating((gone, since) -> new Told(List.of()))) {
      correlate.initializeState(saved);
      correlate.open();
      correlate.processWatermark(ofLater.time().toEpochMilli());
      assertThat(CountingStep.told(correlate)).isEmpty();
      correlate.processWatermark(ofLater.time().toEpochMilli() + 1);
      assertThat(CountingStep.told(correlate))
          .as("also over another restart")
          .containsExactly(ofLater.withdrawal());
    }
  }

  @Test
  void whatWasWithdrawnBehindTheCheckpointButStandsIsToldAgain() throws Exception {
    List<Hit> hits = fiveHits();
    Detection made = detectionOf(hits);
    OperatorSubtaskState saved;
    try (var correlate = correlating()) {
      correlate.open();
      for (Hit hit : hits) {
        correlate.processElement(hit, 0);
      }
      correlate.prepareSnapshotPreBarrier(1);
      saved = correlate.snapshot(1, 1);
    }

    try (var correlate = correlating((gone, since) -> new Told(List.of(made.withdrawal())))) {
      correlate.initializeState(saved);
      correlate.open();
      correlate.prepareSnapshotPreBarrier(2);
      assertThat(CountingStep.told(correlate)).containsExactly(made);
    }
  }

  private static Detection detectionOf(List<Hit> hits) throws Exception {
    try (var correlate = correlating()) {
      correlate.open();
      for (Hit hit : hits) {
        correlate.processElement(hit, 0);
      }
      return CountingStep.told(correlate).get(0);
    }
  }

  private static List<String> names(
      KeyedOneInputStreamOperatorTestHarness<String, Hit, Hit> correlate) {
    return CountingStep.told(correlate).stream().map(detection -> detection.rule().name()).toList();
  }

  /** After five guesses. */
  private static Hit login() throws Exception {
    try (var match = matching()) {
      match.open();
      match.processElement(
          raw(
              9,
              "2026-11-22T00:00:09+00:00 gate sshd[7]: Accepted password for root from"
                  + " 2001:db8::9 port 4 ssh2"),
          0);
      return hits(match).stream().filter(hit -> hit.match() != null).findFirst().orElseThrow();
    }
  }

  @Test
  void aRaisedDetectionIsBothADetectionAndADraft() throws Exception {
    Detection detection;
    try (var correlate = correlating()) {
      correlate.open();
      for (Hit hit : fiveHits()) {
        correlate.processElement(hit, 0);
      }
      detection = CountingStep.told(correlate).get(0);
    }
    try (var judge =
        new KeyedOneInputStreamOperatorTestHarness<String, Detection, Outgoing>(
            new KeyedProcessOperator<>(new JudgeFunction(RULES)),
            JudgeFunction::key,
            Types.STRING)) {
      judge.open();
      judge.processElement(detection, 0);

      assertThat(sent(judge, Topics.DETECTIONS)).hasSize(1);
      Outgoing draft = sent(judge, Topics.ALERTS).get(0);
      AlertDraft read = Json.mapper().readValue(draft.value(), AlertDraft.class);
      assertThat(read.detection()).isEqualTo(detection);
      assertThat(read.fingerprint()).isEqualTo(detection.fingerprint());
      assertThat(read.decision().raise()).isTrue();
    }
  }

  @Test
  void hitsSurviveTheirSerializer() throws Exception {
    Hit hit = fiveHits().get(0);
    Hit.Serializer serializer = new Hit.Serializer();
    var out = new org.apache.flink.core.memory.DataOutputSerializer(64);
    serializer.serialize(hit, out);

    Hit again =
        serializer.deserialize(
            new org.apache.flink.core.memory.DataInputDeserializer(out.getCopyOfBuffer()));

    assertThat(again).isEqualTo(hit);
  }

  private static List<Outgoing> sent(
      OneInputStreamOperatorTestHarness<?, Outgoing> operator, String topic) {
    return operator.extractOutputValues().stream()
        .filter(outgoing -> outgoing.topic().equals(topic))
        .toList();
  }

  private static String header(Outgoing outgoing, String name) {
    return outgoing.headers().stream()
        .filter(header -> header.key().equals(name))
        .map(header -> new String(header.value(), StandardCharsets.UTF_8))
        .findFirst()
        .orElse("");
  }

  private static List<Hit> fiveHits() throws Exception {
    return guesses(5);
  }

  private static List<Hit> guesses(int count) throws Exception {
    try (var match = matching()) {
      match.open();
      for (int i = 0; i < count; i++) {
        match.processElement(guess(i, i), 0);
      }
      return hits(match);
    }
  }

  private static List<Hit> hits(OneInputStreamOperatorTestHarness<RawRecord, Outgoing> match) {
    List<Hit> hits = new ArrayList<>();
    match.getSideOutput(MatchOperator.HITS).forEach(record -> hits.add(record.getValue()));
    return hits;
  }

  private static OneInputStreamOperatorTestHarness<RawRecord, Outgoing> matching()
      throws Exception {
    return new OneInputStreamOperatorTestHarness<>(new MatchOperator(RULES, Duration.ofMinutes(2)));
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Hit, Hit> correlating()
      throws Exception {
    return correlating(null);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Hit, Hit> correlating(
      Told.@Nullable Source told) throws Exception {
    return CountingStep.of(CorrelateOperator.first(RULES, told));
  }

  private static RawRecord guess(long sequence, int second) {
    return raw(
        sequence,
        "2026-11-22T00:00:0%d+00:00 gate sshd[7]: Failed password for root from 2001:db8::9 port 4 ssh2"
            .formatted(second));
  }

  private static RawRecord raw(long sequence, String line) {
    return new RawRecord(
        "syslog",
        "c",
        "auth",
        1,
        sequence,
        RECEIVED,
        null,
        "UTC",
        line.getBytes(StandardCharsets.UTF_8));
  }
}
