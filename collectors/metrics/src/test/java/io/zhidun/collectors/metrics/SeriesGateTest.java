package io.zhidun.collectors.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.metrics.Label;
import io.zhidun.events.metrics.MetricKind;
import io.zhidun.events.metrics.Series;
import io.zhidun.events.metrics.SeriesId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesGateTest {
  private static final long MINUTE = 60_000;
  private final SeriesGate gate =
      new SeriesGate(
          new SeriesLimits(100, 5_000, Duration.ofMinutes(30), Duration.ofMinutes(2)), 0);

  @Test
  void aSourceThatBeginsMayShowAllItHas() {
    assertThat(admitted(0, 4_000, 0)).isEqualTo(4_000);
    assertThat(gate.active()).isEqualTo(4_000);
  }

  @Test
  void anExplosionIsHeldToSoManyAMinuteAndKnownSeriesGoOn() {
    admitted(0, 1_000, 0);

    assertThat(admitted(1_000, 101_000, 10 * MINUTE)).isEqualTo(100);
    assertThat(admitted(0, 1_000, 10 * MINUTE)).isEqualTo(1_000);
    assertThat(admitted(200_000, 300_000, 11 * MINUTE)).isEqualTo(100);
  }

  @Test
  void noMoreSeriesThanAreAllowedAtATimeAndThoseUnseenMakeRoom() {
    assertThat(admitted(0, 100_000, 0)).isEqualTo(5_000);
    assertThat(admitted(0, 10, 40 * MINUTE)).isEqualTo(10);

    assertThat(admitted(200_000, 200_050, 41 * MINUTE)).isEqualTo(50);
    assertThat(gate.active()).isEqualTo(60);
    assertThat(gate.made()).isEqualTo(5_050);
  }

  private int admitted(int from, int to, long now) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += gate.admits(id(i), now) ? 1 : 0;
    }
    return count;
  }

  private static SeriesId id(int number) {
    return Series.of("m", List.of(new Label("n", "v" + number)), MetricKind.UNKNOWN).id();
  }
}
