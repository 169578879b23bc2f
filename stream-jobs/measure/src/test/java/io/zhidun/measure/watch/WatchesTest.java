package io.zhidun.measure.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.zhidun.measure.watch.AbsenceWatch.Presence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WatchesTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Threshold CPU =
      new Threshold(
          Threshold.Side.ABOVE,
          90,
          80,
          Duration.ofMinutes(3),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5));

  @Test
  void aLimitMustBeReachedForTheWholeDuration() {
    ThresholdWatch watch = new ThresholdWatch(CPU);
    assertThat(watch.next(at(0), 95)).isEqualTo(Transition.NONE);
    assertThat(watch.next(at(1), 95)).isEqualTo(Transition.NONE);
    assertThat(watch.next(at(2), 70)).isEqualTo(Transition.NONE);
    assertThat(watch.next(at(3), 90)).isEqualTo(Transition.NONE);
    assertThat(watch.next(at(5), 91)).isEqualTo(Transition.NONE);
    assertThat(watch.next(at(6), 92)).isEqualTo(Transition.RAISED);
    assertThat(watch.raised()).isTrue();
  }

  @Test
  void betweenClearingAndRaisingNothingChanges() {
    ThresholdWatch watch = new ThresholdWatch(CPU);
    for (int minute = 0; minute < 4; minute++) {
      watch.next(at(minute), 95);
    }
    for (int minute = 4; minute < 60; minute++) {
      assertThat(watch.next(at(minute), 85)).isEqualTo(Transition.NONE);
    }
    assertThat(watch.next(at(60), 79)).isEqualTo(Transition.NONE);
    assertThat(watch.next(at(62), 79)).isEqualTo(Transition.CLEARED);
  }

  @Test
  void silenceIsNotTimeInWhichItWasBad() {
    ThresholdWatch watch = new ThresholdWatch(CPU);
    watch.next(at(0), 95);
    assertThat(watch.next(at(30), 95)).isEqualTo(Transition.NONE);
    assertThat(watch.next(at(33), 95)).isEqualTo(Transition.RAISED);
  }

  @Test
  void refusesAThresholdThatClearsOnItsBadSide() {
    assertThatThrownBy(() -> new Threshold(Threshold.Side.BELOW, 10, 5, MINUTE, MINUTE, MINUTE))
        .hasMessageContaining("bad side");
  }

  @Test
  void aCounterThatFallsHasBegunAgain() {
    CounterRate rate = new CounterRate();
    assertThat(rate.next(at(0), 1000)).isNaN();
    assertThat(rate.next(at(1), 1600)).isEqualTo(10);
    assertThat(rate.next(at(2), 300)).isEqualTo(5);
    assertThat(rate.resets()).isOne();
    assertThat(rate.next(at(3), -1)).isNaN();
  }

  @Test
  void aRatioNeedsEnoughOfTheWhole() {
    CounterRatio errors = new CounterRatio(Duration.ofMinutes(30), 100);
    assertThat(errors.next(at(0), 0, 0)).isNaN();
    assertThat(errors.next(at(1), 1, 2)).isNaN();
    assertThat(errors.next(at(2), 6, 102)).isCloseTo(6 / 102.0, within(1e-12));
    // The server starts anew: both counters begin at zero.
    assertThat(errors.next(at(3), 4, 98)).isCloseTo(10 / 200.0, within(1e-12));
    assertThat(errors.ratio(at(60))).isNaN();
  }

  @Test
  void noDataIsAStateOfItsOwn() {
    AbsenceWatch watch = new AbsenceWatch(60_000);
    assertThat(watch.clock(at(100))).isEqualTo(Transition.NONE);
    assertThat(watch.presence()).isEqualTo(Presence.UNKNOWN);
    for (int minute = 100; minute < 110; minute++) {
      watch.sample(at(minute));
    }
    assertThat(watch.presence()).isEqualTo(Presence.PRESENT);
    assertThat(watch.clock(at(112))).isEqualTo(Transition.NONE);
    assertThat(watch.clock(at(113))).isEqualTo(Transition.RAISED);
    assertThat(watch.clock(at(114))).isEqualTo(Transition.NONE);
    assertThat(watch.presence()).isEqualTo(Presence.ABSENT);
    assertThat(watch.sample(at(200))).isEqualTo(Transition.CLEARED);
    assertThat(watch.patience()).isLessThan(Duration.ofMinutes(10).toMillis());
  }

  @Test
  void aHolidayHasHoursOfItsOwnAndAWeekendMadeUpIsAFriday() {
    ZoneId shanghai = ZoneId.of("Asia/Shanghai");
    SiteCalendar calendar =
        new SiteCalendar(
            shanghai, Set.of(LocalDate.of(2026, 10, 1)), Set.of(LocalDate.of(2026, 10, 10)));
    assertThat(cell(calendar, "2026-09-24T01:00:00Z")).isEqualTo(3 * 24 + 9);
    assertThat(cell(calendar, "2026-10-01T01:00:00Z")).isEqualTo(7 * 24 + 9);
    assertThat(cell(calendar, "2026-10-10T01:00:00Z")).isEqualTo(4 * 24 + 9);
    assertThat(cell(calendar, "2026-10-10T16:00:00Z")).isEqualTo(6 * 24);
  }

  @Test
  void slidingSumsForgetBucketByBucket() {
    SlidingSum sum = new SlidingSum(Duration.ofMinutes(10), 10);
    for (int minute = 0; minute < 20; minute++) {
      sum.add(at(minute), 1);
    }
    assertThat(sum.sum(at(19))).isEqualTo(10);
    assertThat(sum.sum(at(19), Duration.ofMinutes(3))).isEqualTo(3);
    sum.add(at(3), 100);
    assertThat(sum.sum(at(24))).isEqualTo(5);
    assertThat(sum.sum(at(500))).isZero();
  }

  private static int cell(SiteCalendar calendar, String time) {
    return calendar.cell(Instant.parse(time).toEpochMilli());
  }

  private static long at(int minute) {
    return 1_700_000_000_000L / 60_000 * 60_000 + minute * 60_000L;
  }
}
