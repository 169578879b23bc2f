package io.zhidun.collectors.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class HeartbeatsTest {
  private Instant now = Instant.ofEpochSecond(1_000);
  private final Heartbeats heartbeats =
      new Heartbeats(
          new Clock() {
            @Override
            public Instant instant() {
              return now;
            }

            @Override
            public ZoneOffset getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              throw new UnsupportedOperationException();
            }
          });

  @Test
  void beatsWhenTheCountHasGrown() {
    assertThat(heartbeats.of("a", 0)).isZero();
    now = Instant.ofEpochSecond(1_010);
    assertThat(heartbeats.of("a", 5)).isEqualTo(1_010);
    now = Instant.ofEpochSecond(1_020);
    assertThat(heartbeats.of("a", 5)).isEqualTo(1_010);
    assertThat(heartbeats.of("b", 1)).isEqualTo(1_020);
    assertThat(heartbeats.of("a", 6)).isEqualTo(1_020);
  }
}
