package io.zhidun.service.platform;

import io.zhidun.service.intake.IntakeMeter;
import io.zhidun.service.platform.Platform.Health;
import io.zhidun.service.platform.Platform.Hop;
import io.zhidun.service.platform.Platform.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything read at one moment, and what follows from it. */
record Observation(
    Instant at,
    boolean supervised,
    Optional<SupervisorState> supervisor,
    Optional<Samples> stream,
    Optional<Samples> agent) {
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final String STREAM_RECORDS = "zhidun_stream_records_total";
  private static final String COLLECTOR_RECORDS = "zhidun_collector_records_total";
  private static final String INDEX_RECORDS = "zhidun_index_records_total";
  private static final String LAG = "zhidun_stream_lag_records";

  /** Parts without which nothing is detected any more. */
  private static final Set<String> VITAL = Set.of("kafka", "stream");

  Platform platform(@Nullable Observation before, IntakeMeter intake) {
    Samples read = stream.orElse(Samples.NONE);
    return new Platform(
        health(),
        supervisor.map(SupervisorState::known).orElse(List.of()),
        before == null ? null : rate(before),
        intake.delay(),
        List.of(collect(), stream(read), alerts(intake), index(read)),
        read.sum("zhidun_stream_gaps_total"),
        at);
  }

  private Health health() {
    if (!supervised) {
      return stream.isPresent() ? Health.OK : Health.DEGRADED;
    }
    List<Part> parts = supervisor.map(SupervisorState::known).orElse(List.of());
    boolean down =
        parts.stream()
            .filter(part -> VITAL.contains(part.name()))
            .anyMatch(part -> part.state().equals("failed") || part.state().equals("stopped"));
    if (down) {
      return Health.DOWN;
    }
    boolean well = fresh() && !parts.isEmpty() && parts.stream().allMatch(Part::running);
    return well && stream.isPresent() ? Health.OK : Health.DEGRADED;
  }

  /** A supervisor that no longer writes says nothing about now. */
  private boolean fresh() {
    return supervisor
        .map(SupervisorState::updated)
        .filter(updated -> Duration.between(updated, at).compareTo(FRESH) <= 0)
        .isPresent();
  }

  /** Events per second since the observation before; null after a restart of the stream. */
  private @Nullable Double rate(Observation before) {
    Long now = stream.orElse(Samples.NONE).outcome(STREAM_RECORDS, "in");
    Long then = before.stream.orElse(Samples.NONE).outcome(STREAM_RECORDS, "in");
    double seconds = Duration.between(before.at, at).toMillis() / 1000.0;
    if (now == null || then == null || now < then || seconds <= 0) {
      return null;
    }
    return Math.round((now - then) / seconds * 10) / 10.0;
  }

  private Hop collect() {
    Samples read = agent.orElse(Samples.NONE);
    return new Hop(
        "collect",
        read.outcome(COLLECTOR_RECORDS, "in"),
        read.outcome(COLLECTOR_RECORDS, "out"),
        read.outcome(COLLECTOR_RECORDS, "rejected"),
        null);
  }

  private static Hop stream(Samples read) {
    return new Hop(
        "stream",
        read.outcome(STREAM_RECORDS, "in"),
        read.outcome(STREAM_RECORDS, "out"),
        read.outcome(STREAM_RECORDS, "rejected"),
        read.sum(LAG, sample -> !sample.labels().contains("index")));
  }

  private static Hop index(Samples read) {
    return new Hop(
        "index",
        read.outcome(INDEX_RECORDS, "in"),
        read.outcome(INDEX_RECORDS, "out"),
        read.outcome(INDEX_RECORDS, "rejected"),
        read.sum(LAG, sample -> sample.labels().contains("index")));
  }

  private static Hop alerts(IntakeMeter intake) {
    return new Hop("alerts", intake.in(), intake.out(), intake.rejected(), intake.lag());
  }
}
