package io.zhidun.measure.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zhidun.measure.state.StateForm;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExhaustionForecastTest {
  private static final long MINUTE = 60_000;
  private static final long DAY = 1440 * MINUTE;
  private static final long START = 1_700_000_000_000L;

  @Test
  void aFillingDiskWithARhythmIsToldDaysAheadWithinAFifth() {
    ExhaustionForecast forecast = new ExhaustionForecast(new Exhaustion(100, Duration.ofHours(72)));
    Random random = new Random(7);
    long truth = START + 10 * DAY;
    for (long now = START; now < truth; now += 5 * MINUTE) {
      double used = 100 - 60.0 * (truth - now) / (10 * DAY);
      used += 0.5 * Math.sin(2 * Math.PI * now / DAY) + 0.2 * random.nextGaussian();
      if (forecast.next(now, used) == Transition.RAISED) {
        long left = truth - now;
        assertThat(left).isGreaterThan(2 * DAY);
        assertThat((double) forecast.exhausted().orElseThrow() - now)
            .isCloseTo(left, within(0.2 * left));
        return;
      }
    }
    assertThat(forecast.raised()).as("no warning").isTrue();
  }

  @Test
  void aCertificateCountsDownToNothing() {
    ExhaustionForecast forecast = new ExhaustionForecast(new Exhaustion(0, Duration.ofDays(14)));
    long expiry = START + 30 * DAY;
    long raised = 0;
    for (long now = START; now < expiry && raised == 0; now += 30 * MINUTE) {
      raised = forecast.next(now, (expiry - now) / 1e3) == Transition.RAISED ? now : 0;
    }
    assertThat((double) (expiry - raised)).isCloseTo(14.0 * DAY, within(3.7e6));
    // Renewed for a year.
    Transition last = Transition.NONE;
    for (long now = raised; now < raised + DAY && last == Transition.NONE; now += 30 * MINUTE) {
      last = forecast.next(now, (expiry + 365 * DAY - now) / 1e3);
    }
    assertThat(last).isEqualTo(Transition.CLEARED);
  }

  @Test
  void aRhythmWithoutATrendIsNotForeseenToEnd() {
    ExhaustionForecast forecast = new ExhaustionForecast(new Exhaustion(100, Duration.ofHours(72)));
    Random random = new Random(8);
    for (long now = START; now < START + 20 * DAY; now += 5 * MINUTE) {
      double used = 60 + 5 * Math.sin(2 * Math.PI * now / DAY) + random.nextGaussian();
      assertThat(forecast.next(now, used)).isEqualTo(Transition.NONE);
    }
  }

  @Test
  void goesOnFromItsWrittenState() throws IOException {
    Exhaustion exhaustion = new Exhaustion(100, Duration.ofHours(72));
    ExhaustionForecast forecast = new ExhaustionForecast(exhaustion);
    for (int i = 0; i < 200; i++) {
      forecast.next(START + i * 20 * MINUTE, i / 10.0);
    }
    ExhaustionForecast restored =
        StateForm.restore(new ExhaustionForecast(exhaustion), StateForm.bytes(forecast));
    for (int i = 200; i < 600; i++) {
      forecast.next(START + i * 20 * MINUTE, i / 10.0);
      restored.next(START + i * 20 * MINUTE, i / 10.0);
      assertThat(restored.exhausted()).isEqualTo(forecast.exhausted());
    }
  }
}
