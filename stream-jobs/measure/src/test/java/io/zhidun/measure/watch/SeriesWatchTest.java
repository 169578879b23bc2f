package io.zhidun.measure.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.zhidun.measure.Admission;
import io.zhidun.measure.Finding;
import io.zhidun.measure.state.StateForm;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeriesWatchTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final WatchSettings GAUGE = WatchSettings.gauge(SiteCalendar.plain(SHANGHAI));
  private static final long STEP = 300_000;
  private static final int DAY = 288;
  private static final double STALE = Double.longBitsToDouble(0x7ff0000000000002L);

  private final Random random = new Random(11);
  private final SeriesWatch watch = new SeriesWatch(GAUGE);
  private final List<Finding> findings = new ArrayList<>();
  private long time = 1_700_000_000_000L;

  @Test
  void quietWeeksWithARhythmFindNothing() {
    learn(35 * DAY);
    assertThat(findings).isEmpty();
  }

  @Test
  void anHourOutsideTheSeasonIsFoundOnceWithItsBand() {
    learn(21 * DAY);
    for (int i = 0; i < 12; i++) {
      next(300);
    }
    assertThat(findings).hasSize(1);
    Finding finding = findings.get(0);
    assertThat(finding.detector()).isEqualTo("season");
    assertThat(finding.score()).isBetween(0.5, 1.0);
    assertThat(finding.summary().zh()).contains("高于此时段的常态");
    assertThat(finding.summary().en()).contains("above");
    int last = finding.picture().points() - 1;
    assertThat(finding.picture().high()[last]).isBetween(60.0, 250.0);
    assertThat(watch.raised()).isTrue();
  }

  @Test
  void aSmallShiftThatLastsIsAChangeWithItsBeginning() {
    learn(21 * DAY);
    long began = time;
    for (int i = 0; i < DAY && findings.isEmpty(); i++) {
      next(rhythm(i) + 9);
    }
    assertThat(findings).extracting(Finding::detector).containsExactly("change");
    assertThat(findings.get(0).summary().en()).startsWith("since ");
    assertThat((time - began) / STEP).isLessThan(150);
  }

  @Test
  void silenceIsToldOnceAndAStaleMarkAtOnce() {
    learn(10);
    watch.clock(time + 2 * STEP, findings::add);
    assertThat(findings).isEmpty();
    watch.clock(time + 4 * STEP, findings::add);
    watch.clock(time + 5 * STEP, findings::add);
    assertThat(findings).extracting(Finding::detector).containsExactly("absence");
    assertThat(findings.get(0).summary().zh()).isEqualTo("已 20 分钟 没有数据");

    next(50);
    assertThat(watch.next(time + STEP, STALE, time + STEP, findings::add))
        .isEqualTo(Admission.STALE_MARK);
    assertThat(findings).hasSize(2);
    assertThat(watch.presence()).isEqualTo(AbsenceWatch.Presence.ABSENT);
  }

  @Test
  void whatIsNoSampleInOrderIsCountedAndChangesNothing() {
    learn(100);
    byte[] before = StateForm.bytes(watch);
    assertThat(admit(time, 1)).isEqualTo(Admission.DUPLICATE);
    assertThat(admit(time - 1, 1)).isEqualTo(Admission.LATE);
    assertThat(admit(time + 1, Double.NaN)).isEqualTo(Admission.NOT_A_NUMBER);
    assertThat(admit(time + 1, Double.POSITIVE_INFINITY)).isEqualTo(Admission.INFINITE);
    assertThat(watch.next(time + 3 * 3_600_000, 1, time, findings::add)).isEqualTo(Admission.AHEAD);
    assertThat(watch.gate().count(Admission.LATE)).isOne();
    assertThat(watch.gate().count(Admission.ADMITTED)).isEqualTo(100);
    byte[] after = StateForm.bytes(watch);
    int gate = 1 + 8 + 8 + 4 + 8 * Admission.values().length;
    assertThat(java.util.Arrays.equals(before, gate, before.length, after, gate, after.length))
        .as("all state behind the gate's counts is the same")
        .isTrue();
  }

  @Test
  void theRateOfACounterIsWatchedAcrossItsResets() {
    Threshold limit =
        new Threshold(
            Threshold.Side.ABOVE, 10, 8, Duration.ZERO, Duration.ZERO, Duration.ofHours(1));
    SeriesWatch counter =
        new SeriesWatch(
            new WatchSettings(
                true, List.of(limit), Optional.empty(), SiteCalendar.plain(SHANGHAI)));
    double value = 0;
    for (int i = 0; i < 100; i++) {
      value = i == 50 ? 900 : value + 1500;
      counter.next(time += STEP, value, time, findings::add);
    }
    assertThat(findings).isEmpty();
    counter.next(time += STEP, value + 6000, time, findings::add);
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).value()).isCloseTo(20, within(1e-9));
  }

  @Test
  void extremeValuesLeaveTheStateSound() {
    learn(8 * DAY);
    next(Double.MAX_VALUE);
    next(-Double.MAX_VALUE);
    for (int i = 0; i < DAY; i++) {
      next(rhythm(i));
    }
    int before = findings.size();
    learn(14 * DAY);
    assertThat(findings.size() - before).isLessThan(5);
  }

  @Test
  void goesOnExactlyFromItsWrittenStateOfFewKilobytes() throws IOException {
    learn(15 * DAY);
    byte[] state = StateForm.bytes(watch);
    assertThat(state.length).isLessThan(8 << 10);
    SeriesWatch restored = StateForm.restore(new SeriesWatch(GAUGE), state);
    List<Finding> others = new ArrayList<>();
    for (int i = 0; i < 2 * DAY; i++) {
      double value = rhythm(i) + (i > DAY ? 40 : 0);
      time += STEP;
      watch.next(time, value, time, findings::add);
      restored.next(time, value, time, others::add);
    }
    assertThat(others).hasSameSizeAs(findings).isNotEmpty();
    assertThat(StateForm.bytes(restored)).isEqualTo(StateForm.bytes(watch));
  }

  @Test
  void refusesMoreThresholdsThanAnyoneCanMean() {
    Threshold one =
        new Threshold(
            Threshold.Side.ABOVE, 1, 1, Duration.ZERO, Duration.ZERO, Duration.ofHours(1));
    List<Threshold> many = java.util.Collections.nCopies(17, one);
    assertThatThrownBy(
            () -> new WatchSettings(false, many, Optional.empty(), SiteCalendar.plain(SHANGHAI)))
        .hasMessageContaining("17 thresholds");
  }

  private void learn(int samples) {
    for (int i = 0; i < samples; i++) {
      next(rhythm(i));
    }
  }

  private void next(double value) {
    time += STEP;
    watch.next(time, value, time, findings::add);
  }

  private Admission admit(long millis, double value) {
    return watch.next(millis, value, time, findings::add);
  }

  private double rhythm(int i) {
    boolean weekend = i / DAY % 7 >= 5;
    return (weekend ? 40 : 60) + 20 * Math.sin(2 * Math.PI * i / DAY) + 3 * random.nextGaussian();
  }
}
