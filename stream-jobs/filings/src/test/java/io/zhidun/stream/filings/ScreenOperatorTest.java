package io.zhidun.stream.filings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Topics;
import io.zhidun.stream.core.JobOptions;
import io.zhidun.stream.core.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenOperatorTest {
  private static final long LATENESS_MILLIS = 1_000;
  private static final long START_MILLIS = Instant.parse("2026-11-20T02:00:00Z").toEpochMilli();
  private static final FilingOptions OPTIONS = FilingOptions.of(JobOptions.of("", "test"));

  /** A record and when it comes. */
  private record Arrival(long atMillis, Sighting sighting) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theOrderOfArrivalWithinTheLatenessMakesNoDifference(long seed) throws Exception {
    List<Arrival> inOrder = arrivals(new Random(7), 0);
    List<Arrival> shuffled = arrivals(new Random(7), seed);
    assertThat(shuffled).isNotEqualTo(inOrder);

    double late = outcome("late");
    assertThat(straight(shuffled)).isEqualTo(straight(inOrder)).hasSizeGreaterThan(50);
    assertThat(outcome("late")).isEqualTo(late);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRestoreAnywhereMakesNoDifference(boolean rocks) throws Exception {
    List<Arrival> arrivals = arrivals(new Random(7), 3);
    List<String> expected = straight(arrivals);
    List<String> told = new ArrayList<>();
    OperatorSubtaskState saved = null;
    for (int from = 0; from < arrivals.size(); from += 50) {
      try (Stage stage = new Stage(saved, OPTIONS, rocks)) {
        stage.feed(arrivals.subList(from, Math.min(arrivals.size(), from + 50)));
        saved = stage.snapshot();
        told.addAll(stage.told());
        // What is read behind the checkpoint is read again by the next.
        stage.feed(arrivals.subList(0, 1));
      }
    }
    try (Stage stage = new Stage(saved, OPTIONS, rocks)) {
      stage.end();
      told.addAll(stage.told());
    }
    assertThat(told).isEqualTo(expected);
  }

  @Test
  void nothingIsToldAgainWhileTheLogIsShown() throws Exception {
    OperatorSubtaskState saved;
    try (Stage stage = new Stage(null, OPTIONS, false)) {
      stage.feed(List.of(arrival(0, "a"), arrival(1, "a"), arrival(2, "b")));
      stage.end();
      assertThat(stage.told()).hasSize(1);
      saved = stage.snapshot();
    }
    try (Stage stage = new Stage(saved, OPTIONS, false)) {
      assertThat(stage.told()).isEmpty();
      stage.feed(List.of(arrival(3, "b")));
      stage.end();
      assertThat(stage.told()).singleElement().asString().contains("toy:b", "2 numbers");
    }
  }

  @Test
  void oneThatIsLateIsCountedAndSeenAtOnce() throws Exception {
    double late = outcome("late");
    try (Stage stage = new Stage(null, OPTIONS, false)) {
      stage.feed(List.of(arrival(0, "a"), arrival(5_000, "b"), arrival(10_000, "c")));
      assertThat(outcome("late")).isEqualTo(late);
      stage.feed(List.of(new Arrival(START_MILLIS + 10_000, sighting(1, "a"))));
      assertThat(stage.told()).hasSize(1);
      assertThat(outcome("late")).isEqualTo(late + 1);
    }
  }

  @Test
  void theSameRecordTwiceInItsPlaceIsSeenOnce() throws Exception {
    double repeated = outcome("repeated");
    try (Stage stage = new Stage(null, OPTIONS, false)) {
      stage.feed(List.of(arrival(0, "a"), arrival(0, "a"), arrival(1, "b")));
      stage.end();
      assertThat(stage.told()).isEmpty();
      assertThat(outcome("repeated")).isEqualTo(repeated + 1);
    }
  }

  @Test
  void aScreenThatFailsAtARecordSeesTheNext() throws Exception {
    double faults = outcome("screen_fault");
    OperatorSubtaskState saved;
    try (Stage stage = new Stage(null, OPTIONS, false)) {
      stage.feed(List.of(arrival(0, "a"), arrival(1, "fails"), arrival(2, "a")));
      stage.end();
      assertThat(stage.told()).hasSize(1);
      saved = stage.snapshot();
    }
    try (Stage stage = new Stage(saved, OPTIONS, false)) {
      assertThat(stage.told()).isEmpty();
    }
    assertThat(outcome("screen_fault")).as("once live, once when restored").isEqualTo(faults + 2);
  }

  @Test
  void thoseThatWaitAreBounded() throws Exception {
    double crowded = outcome("crowded_out");
    try (Stage stage = new Stage(null, new ScreenOperator(new ToyRules(), OPTIONS, 2), false)) {
      for (int i = 0; i < 5; i++) {
        stage.step.processElement(sighting(i, "n" + i), START_MILLIS + i);
      }
      assertThat(outcome("crowded_out")).isEqualTo(crowded + 3);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void digestsBehindTheRetentionAreForgottenInBatches(boolean rocks) throws Exception {
    FilingOptions brief =
        new FilingOptions(
            JobOptions.of("", "test"),
            Duration.ofMillis(500),
            Duration.ofDays(1),
            Duration.ofSeconds(1_000));
    OperatorSubtaskState saved;
    try (Stage stage = new Stage(null, brief, rocks)) {
      List<Arrival> all = new ArrayList<>();
      for (int second = 0; second < 3 * DigestLog.BATCH; second++) {
        all.add(arrival(second * 1_000L, "n" + second));
      }
      stage.feed(all);
      stage.end();
      saved = stage.snapshot();
    }
    try (Stage stage = new Stage(saved, brief, rocks)) {
      assertThat(FilingMetrics.LOGGED.get()).isEqualTo(1_001);
      long now = 3 * DigestLog.BATCH * 1_000L;
      stage.feed(List.of(arrival(now, "n0"), arrival(now + 1, "n" + (3 * DigestLog.BATCH - 1))));
      stage.end();
      assertThat(stage.told()).as("n0 is forgotten").hasSize(1);
    }
  }

  private static List<String> straight(List<Arrival> arrivals) throws Exception {
    try (Stage stage = new Stage(null, OPTIONS, false)) {
      stage.feed(arrivals);
      stage.end();
      return stage.told();
    }
  }

  /** Four hundred records, several of one time; a seed other than 0 delays each by its own time. */
  private static List<Arrival> arrivals(Random content, long seed) {
    Random delay = new Random(seed);
    List<Arrival> all = new ArrayList<>();
    long time = 0;
    for (int i = 0; i < 400; i++) {
      time += content.nextInt(4) == 0 ? content.nextInt(600) : 0;
      Sighting sighting = sighting(time, "n" + content.nextInt(200));
      long late = seed == 0 ? 0 : delay.nextInt((int) LATENESS_MILLIS);
      all.add(new Arrival(START_MILLIS + time + late, sighting));
    }
    all.sort(Comparator.comparingLong(Arrival::atMillis));
    return all;
  }

  private static Arrival arrival(long millis, String number) {
    return new Arrival(START_MILLIS + millis, sighting(millis, number));
  }

  private static Sighting sighting(long millis, String number) {
    Instant time = Instant.ofEpochMilli(START_MILLIS + millis);
    return new Sighting(
        time.toEpochMilli() * 1_000,
        ToyRules.change(time, number).id(),
        time.toEpochMilli() * 1_000,
        number.getBytes(UTF_8));
  }

  private static double outcome(String name) {
    return FilingMetrics.SCREENED.labelValues(name).get();
  }

  /** The step with a watermark behind each record, as the reading step gives it. */
  private static final class Stage implements AutoCloseable {
    private final KeyedOneInputStreamOperatorTestHarness<String, Sighting, Outgoing> step;
    private long newest = Long.MIN_VALUE;

    Stage(@Nullable OperatorSubtaskState saved, FilingOptions options, boolean rocks)
        throws Exception {
      this(saved, new ScreenOperator(new ToyRules(), options), rocks);
    }

    Stage(@Nullable OperatorSubtaskState saved, ScreenOperator operator, boolean rocks)
        throws Exception {
      step =
          new KeyedOneInputStreamOperatorTestHarness<>(
              operator, sighting -> ScreenOperator.KEY, Types.STRING);
      step.setStateBackend(
          rocks ? new EmbeddedRocksDBStateBackend(false) : new HashMapStateBackend());
      step.setup(Outgoing.type().createSerializer(new ExecutionConfig().getSerializerConfig()));
      if (saved != null) {
        step.initializeState(saved);
      }
      step.open();
    }

    void feed(List<Arrival> arrivals) throws Exception {
      for (Arrival arrival : arrivals) {
        Sighting sighting = arrival.sighting();
        step.processElement(sighting, sighting.timeMicros() / 1_000);
        newest = Math.max(newest, sighting.timeMicros() / 1_000);
        step.processWatermark(newest - LATENESS_MILLIS - 1);
      }
    }

    void end() throws Exception {
      step.processWatermark(Long.MAX_VALUE);
    }

    OperatorSubtaskState snapshot() throws Exception {
      step.prepareSnapshotPreBarrier(1);
      return step.snapshot(1, 1);
    }

    List<String> told() {
      return step.extractOutputValues().stream()
          .peek(outgoing -> assertThat(outgoing.topic()).isEqualTo(Topics.INDICATIONS))
          .map(outgoing -> new String(outgoing.value(), UTF_8))
          .toList();
    }

    @Override
    public void close() throws Exception {
      step.close();
    }
  }
}
