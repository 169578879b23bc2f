package io.zhidun.stream.filings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.zhidun.events.Json;
import io.zhidun.events.RawRecord;
import io.zhidun.events.RecordHeaders;
import io.zhidun.events.Topics;
import io.zhidun.stream.core.JobOptions;
import io.zhidun.stream.core.Outgoing;
import io.zhidun.stream.core.StreamMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadOperatorTest {
  private static final long TICK_MILLIS = 100;
  private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

  private OneInputStreamOperatorTestHarness<RawRecord, Sighting> step = step(null);
  private long sequence;

  @BeforeEach
  void open() throws Exception {
    step.setProcessingTime(NOON.toEpochMilli());
    step.open();
  }

  @AfterEach
  void close() throws Exception {
    step.close();
  }

  @Test
  void writesWhatItReadsAndHandsItOn() throws Exception {
    say("portal", NOON + " 2026104796018\n" + NOON.plusMillis(5) + " 2026104796020");

    assertThat(written(Topics.FILINGS))
        .extracting(ReadOperatorTest::key, out -> header(out, RecordHeaders.DATASET))
        .containsExactly(tuple("2026104796018", "change"), tuple("2026104796020", "change"));
    assertThat(step.extractOutputValues())
        .extracting(Sighting::id)
        .containsExactly(
            "2026104796018/withdrawal/" + NOON, "2026104796020/withdrawal/" + NOON.plusMillis(5));
  }

  @Test
  void keepsWhatItCannotReadWithEveryReason() throws Exception {
    say("portal", NOON + " 1\nnonsense\nmore");
    say("portal", "crash");

    assertThat(written(Topics.FILINGS)).hasSize(1);
    assertThat(written(Topics.REJECTED))
        .extracting(out -> header(out, RecordHeaders.REASON))
        .containsExactly(
            "line \"nonsense\" has no time; line \"more\" has no time",
            "the reader failed: java.lang.IllegalStateException: a bug");
    assertThat(header(written(Topics.REJECTED).get(0), RecordHeaders.STAGE)).isEqualTo("filings");
  }

  @Test
  void refusesATimeFarAheadForItWouldMakeAllOthersLate() throws Exception {
    say("portal", NOON.plus(Duration.ofDays(2)) + " 1");

    assertThat(step.extractOutputValues()).isEmpty();
    assertThat(written(Topics.REJECTED))
        .extracting(out -> header(out, RecordHeaders.REASON))
        .containsExactly(
            "1/withdrawal/2026-11-22T04:00:00Z: time 2026-11-22T04:00:00Z lies more than 86400 s"
                + " behind its receipt in the future");
  }

  @Test
  void whatWasReadBeforeIsNotReadAgainAlsoAfterARestore() throws Exception {
    RawRecord first = raw("portal", NOON + " 1");
    step.processElement(first, 0);
    step.processElement(first, 0);
    assertThat(step.extractOutputValues()).hasSize(1);
    OperatorSubtaskState saved = step.snapshot(1, 1);

    try (var restored = step(saved)) {
      restored.open();
      restored.processElement(first, 0);
      assertThat(restored.extractOutputValues()).isEmpty();
    }
  }

  @Test
  void aLoneFilingIsReleasedWhenNobodySpeaksForAWhile() throws Exception {
    say("portal", NOON + " 1");
    pass(100);
    assertThat(watermark()).isEqualTo(NOON.toEpochMilli() - 1_001);
    pass(500);
    assertThat(watermark()).isEqualTo(NOON.toEpochMilli());
  }

  @Test
  void aTaskThatWasBusyTakesNobodyForIdle() throws Exception {
    say("portal", NOON + " 1");
    step.setProcessingTime(step.getProcessingTime() + 5_000);
    assertThat(watermark()).isEqualTo(NOON.toEpochMilli() - 1_001);
    say("portal", NOON.plusMillis(100) + " 2");
    pass(500);
    assertThat(watermark()).isEqualTo(NOON.plusMillis(100).toEpochMilli());
  }

  @Test
  void theSlowerOfTwoThatSpeakSaysTheTime() throws Exception {
    say("quick", NOON + " 1");
    say("slow", NOON.minusSeconds(60) + " 2");
    pass(100);
    assertThat(watermark()).isEqualTo(NOON.minusSeconds(60).toEpochMilli() - 1_001);
    pass(300);
    say("quick", NOON.plusSeconds(1) + " 3");
    pass(200);
    assertThat(watermark())
        .as("slow is idle")
        .isEqualTo(NOON.plusSeconds(1).toEpochMilli() - 1_001);
  }

  @Test
  void afterARestartSourcesOfTheTimeBeforeAreWaitedFor() throws Exception {
    say("one", NOON + " 1");
    say("two", NOON + " 2");
    OperatorSubtaskState saved = step.snapshot(1, 1);
    step.close();

    step = step(saved);
    step.setProcessingTime(NOON.toEpochMilli());
    step.open();
    say("one", NOON.plusSeconds(9) + " 3");
    pass(2_900);
    say("one", NOON.plusSeconds(10) + " 4");
    assertThat(watermark()).as("two is expected").isEqualTo(NOON.toEpochMilli() - 1_001);
    pass(200);
    assertThat(watermark()).isEqualTo(NOON.plusSeconds(10).toEpochMilli() - 1_001);
  }

  @Test
  void aHistoryHoldsNobodyBack() throws Exception {
    say("history", NOON.minus(Duration.ofDays(900)) + " 1");
    say("portal", NOON + " 2");
    pass(100);
    assertThat(watermark()).isEqualTo(NOON.minusSeconds(300).toEpochMilli() - 1_001);
  }

  @Test
  void countsNumbersThatNeverCame() throws Exception {
    double before = StreamMetrics.GAPS.get();
    say("portal", NOON + " 1");
    sequence += 3;
    say("portal", NOON + " 2");
    pass(100);
    assertThat(StreamMetrics.GAPS.get()).isEqualTo(before + 3);
  }

  @Test
  void accountsForEachSource() throws Exception {
    say("portal", NOON + " 1\nnonsense");
    say("portal", NOON + " 2");
    pass(10_000);
    assertThat(written(Topics.LEDGER))
        .singleElement()
        .satisfies(
            out -> {
              var entry = Json.mapper().readTree(out.value());
              assertThat(entry.get("source").stringValue()).isEqualTo("portal");
              assertThat(entry.get("in").longValue()).isEqualTo(2);
              assertThat(entry.get("out").longValue()).isEqualTo(1);
              assertThat(entry.get("rejected").longValue()).isEqualTo(1);
              assertThat(entry.get("lowest").longValue()).isZero();
              assertThat(entry.get("highest").longValue()).isEqualTo(1);
            });
  }

  private static OneInputStreamOperatorTestHarness<RawRecord, Sighting> step(
      @Nullable OperatorSubtaskState saved) {
    try {
      JobOptions job =
          new JobOptions("", "test", "", Duration.ofSeconds(1), 1, Duration.ofSeconds(1));
      var harness =
          new OneInputStreamOperatorTestHarness<RawRecord, Sighting>(
              new ReadOperator(new ToyRules(), FilingOptions.of(job)));
      harness.setup(Sighting.type().createSerializer(new ExecutionConfig().getSerializerConfig()));
      if (saved != null) {
        harness.initializeState(saved);
      }
      return harness;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void say(String source, String lines) throws Exception {
    step.processElement(raw(source, lines), 0);
  }

  private RawRecord raw(String source, String lines) {
    return new RawRecord(
        "filing-ndjson",
        "agent-1",
        source,
        1,
        sequence++,
        NOON.toEpochMilli() * 1_000,
        "::1",
        "UTC",
        lines.getBytes(UTF_8));
  }

  private void pass(long millis) throws Exception {
    for (long left = millis; left > 0; left -= TICK_MILLIS) {
      step.setProcessingTime(step.getProcessingTime() + Math.min(left, TICK_MILLIS));
    }
  }

  private long watermark() {
    long last = Long.MIN_VALUE;
    for (Object out : step.getOutput()) {
      if (out instanceof Watermark mark) {
        last = mark.getTimestamp();
      }
    }
    return last;
  }

  private List<Outgoing> written(String topic) {
    List<Outgoing> found = new ArrayList<>();
    var all = step.getSideOutput(ReadOperator.WRITTEN);
    if (all != null) {
      for (StreamRecord<Outgoing> each : all) {
        if (each.getValue().topic().equals(topic)) {
          found.add(each.getValue());
        }
      }
    }
    return found;
  }

  private static String key(Outgoing outgoing) {
    return new String(outgoing.key(), UTF_8);
  }

  private static String header(Outgoing outgoing, String name) {
    return outgoing.headers().stream()
        .filter(header -> header.key().equals(name))
        .map(header -> new String(header.value(), UTF_8))
        .findFirst()
        .orElse("");
  }
}
