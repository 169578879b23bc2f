package io.zhidun.measure.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.zhidun.measure.state.StateForm;
import io.zhidun.measure.watch.Transition;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BurnRateWatchTest {
  private static final Objective OBJECTIVE = new Objective(0.999, Duration.ofDays(30), 100);
  private static final long START = 1_699_999_200_000L;

  private final BurnRateWatch watch = new BurnRateWatch(OBJECTIVE);
  private long minute;

  @Test
  void anOutageOfAllIsToldByTheFastTierWithinAMinute() {
    run(6 * 60, 0);
    int minutes = 0;
    while (!watch.raised(BurnTier.FAST) && minutes < 60) {
      run(1, 1000);
      minutes++;
    }
    assertThat(minutes).isEqualTo(1);
    assertThat(watch.words(BurnTier.FAST, time()).zh()).contains("错误预算");
  }

  @Test
  void twoPercentOfBadEventsTakeTheFastTierThreeQuartersOfAnHour() {
    run(24 * 60, 0);
    int minutes = 0;
    while (!watch.raised(BurnTier.FAST) && minutes < 600) {
      run(1, 20);
      minutes++;
    }
    // A burn of 20 fills an hour's window to 14.4 in 43 minutes.
    assertThat(minutes).isBetween(42, 45);
  }

  @Test
  void aShortPeakThatIsOverDoesNotLast() {
    run(24 * 60, 0);
    run(10, 500);
    assertThat(watch.raised(BurnTier.FAST)).isTrue();
    run(6, 0);
    assertThat(watch.raised(BurnTier.FAST)).as("cleared once the short window is clean").isFalse();
  }

  @Test
  void aSlowBurnReachesOnlyTheLastingTier() {
    run(3 * 24 * 60 + 60, 2);
    assertThat(watch.raised(BurnTier.FAST)).isFalse();
    assertThat(watch.raised(BurnTier.SLOW)).isFalse();
    assertThat(watch.raised(BurnTier.LASTING)).isTrue();
    assertThat(BurnTier.LASTING.page()).isFalse();
  }

  @Test
  void withinTheObjectiveNothingIsRaised() {
    run(4 * 24 * 60, 0);
    for (int i = 0; i < 4 * 24 * 60; i++) {
      run(1, i % 2);
    }
    for (BurnTier tier : BurnTier.values()) {
      assertThat(watch.raised(tier)).isFalse();
    }
    assertThat(watch.budgetLeft(time())).isCloseTo(0.75, within(0.02));
  }

  @Test
  void fewEventsConcludeNothing() {
    watch.count(time(), 5, 5);
    assertThat(watch.judge(BurnTier.FAST, time())).isEqualTo(Transition.NONE);
    assertThatThrownBy(() -> watch.count(time(), 6, 5)).hasMessageContaining("6.0 bad events of 5");
    assertThatThrownBy(() -> watch.count(time(), Double.NaN, 5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Objective(1, Duration.ofDays(30), 1))
        .hasMessageContaining("within 0 and 1");
  }

  @Test
  void goesOnFromItsWrittenState() throws IOException {
    run(5000, 3);
    byte[] state = StateForm.bytes(watch);
    assertThat(state.length).isLessThan(6 << 10);
    BurnRateWatch restored = StateForm.restore(new BurnRateWatch(OBJECTIVE), state);
    assertThat(restored.budgetLeft(time())).isEqualTo(watch.budgetLeft(time()));
    assertThat(restored.raised(BurnTier.LASTING)).isEqualTo(watch.raised(BurnTier.LASTING));
    assertThat(restored.burning(BurnTier.SLOW, time()))
        .isEqualTo(watch.burning(BurnTier.SLOW, time()));
  }

  private void run(int minutes, int badOfThousand) {
    for (int i = 0; i < minutes; i++) {
      minute++;
      watch.count(time(), badOfThousand, 1000);
      for (BurnTier tier : BurnTier.values()) {
        watch.judge(tier, time());
      }
    }
  }

  private long time() {
    return START + minute * 60_000;
  }
}
