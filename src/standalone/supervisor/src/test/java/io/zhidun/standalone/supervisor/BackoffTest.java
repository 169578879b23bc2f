package io.zhidun.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = Backoff.standard();

  @Test
  void doublesFromOneSecondToThirty() {
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      waits.add(backoff.afterDeath(Duration.ofSeconds(3)).toSeconds());
    }
    assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
  }

  @Test
  void beginsAnewAfterAHealthyMinute() {
    assertThat(backoff.afterDeath(Duration.ZERO)).isEqualTo(Duration.ofSeconds(1));
    assertThat(backoff.afterDeath(Duration.ofSeconds(59))).isEqualTo(Duration.ofSeconds(2));
    assertThat(backoff.afterDeath(Duration.ofSeconds(60))).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void refusesAFirstWaitBeyondTheLongest() {
    assertThatThrownBy(
            () -> new Backoff(Duration.ofSeconds(9), Duration.ofSeconds(5), Duration.ofMinutes(1)))
        .hasMessage("first wait must be from 0 to the longest PT5S, was PT9S");
  }
}
