package io.zhidun.simulator.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final Instant START = Instant.parse("2026-11-20T02:00:00Z");

  private final ManualClock clock = new ManualClock(START, ZoneOffset.UTC);
  private final Timeline timeline = new Timeline(clock);
  private final List<String> seen = new ArrayList<>();

  @Test
  void letsActorsActInOrderOfTimeAndOfEntry() {
    timeline.enter(START, script("a", 10));
    timeline.enter(START, script("b", 5));
    timeline.enter(START.plusSeconds(5), script("c", 1));

    timeline.run(START.plusSeconds(60));

    assertThat(seen).containsExactly("a@0", "b@0", "c@5", "b@5", "c@6", "a@10");
  }

  @Test
  void doesNothingAtItsEndOrLater() {
    timeline.enter(START, script("a", 10));

    timeline.run(START.plusSeconds(10));

    assertThat(seen).containsExactly("a@0");
    assertThat(clock.instant()).isEqualTo(START);
  }

  @Test
  void stopsWhenThePaceIsStopped() {
    WallPace pace = new WallPace(Clock.systemUTC());
    Timeline live = new Timeline(pace);
    live.enter(
        pace.now(),
        now -> {
          seen.add("acted");
          pace.stop();
          return Optional.of(Duration.ofHours(1));
        });

    live.run(Instant.MAX);

    assertThat(seen).containsExactly("acted");
  }

  private Script script(String name, int pause) {
    return new Script.Plan()
        .now(() -> seen.add(name + "@" + elapsed()))
        .after(Duration.ofSeconds(pause), () -> seen.add(name + "@" + elapsed()))
        .script();
  }

  private long elapsed() {
    return Duration.between(START, clock.instant()).toSeconds();
  }
}
