package io.zhidun.backup.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressMeterTest {
  private final AtomicLong now = new AtomicLong();
  private final List<Progress> told = new ArrayList<>();

  @Test
  void tellsRateAndTimeLeft() {
    ProgressMeter meter = new ProgressMeter(OptionalLong.of(1000), now::get, told::add);
    for (int second = 1; second <= 4; second++) {
      now.addAndGet(1_000_000_000);
      meter.add(100, 60);
    }

    assertThat(told).hasSize(4);
    assertThat(told.get(3))
        .isEqualTo(new Progress(400, 240, OptionalLong.of(1000), 100, Duration.ofSeconds(6)));
  }

  @Test
  void tellsAtMostOnceASecond() {
    ProgressMeter meter = new ProgressMeter(OptionalLong.empty(), now::get, told::add);
    for (int i = 0; i < 30; i++) {
      now.addAndGet(100_000_000);
      meter.add(1, 1);
    }

    assertThat(told).hasSize(3);
    assertThat(told.get(2).left()).as("nobody knows the total").isNull();
  }
}
