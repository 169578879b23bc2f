package io.zhidun.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrewTest {
  private final AtomicBoolean kafkaIsHealthy = new AtomicBoolean();
  @TempDir private Path folder;

  @Test
  void startsAPartWhenThoseItNeedsAreReadyAndEndsItBeforeThem() throws InterruptedException {
    Crew crew =
        new Crew(
            List.of(
                part("kafka", kafkaIsHealthy::get),
                part("search", () -> true),
                part("stream", () -> true, "kafka", "search")));
    crew.start();
    await().until(() -> states(crew).get(1) == PartState.RUNNING);
    assertThat(states(crew))
        .containsExactly(PartState.STARTING, PartState.RUNNING, PartState.WAITING);
    kafkaIsHealthy.set(true);
    await().until(() -> states(crew).get(2) == PartState.RUNNING);

    List<String> ended = Collections.synchronizedList(new ArrayList<>());
    crew.stop(ended::add);
    assertThat(ended).hasSize(3).startsWith("stream");
    assertThat(states(crew)).containsOnly(PartState.STOPPED);
  }

  @Test
  void endsPartsThatNeverStarted() throws InterruptedException {
    Crew crew = new Crew(List.of(part("kafka", () -> false), part("agent", () -> true, "kafka")));
    crew.start();
    crew.stop(name -> {});
    assertThat(states(crew)).containsOnly(PartState.STOPPED);
  }

  @Test
  void refusesAPartThatNeedsOneBehindIt() {
    List<Part> parts = List.of(part("agent", () -> true, "kafka"), part("kafka", () -> true));
    assertThatThrownBy(() -> new Crew(parts))
        .hasMessage("part agent needs kafka, which must stand before it");
  }

  private static List<PartState> states(Crew crew) {
    return crew.statuses().stream().map(PartStatus::state).toList();
  }

  private Part part(String name, HealthCheck health, String... after) {
    PartSpec spec =
        new PartSpec(
            name,
            List.of("sleep", "600"),
            Map.of(),
            folder,
            1,
            health,
            List.of(after),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5));
    Path log = folder.resolve(name + ".log");
    return new Part(
        spec, log, Backoff.standard(), Patience.STANDARD, InstantSource.system(), () -> {});
  }
}
