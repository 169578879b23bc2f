package io.zhidun.measure.nab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NabScorerTest {
  private static final int POINTS = 100;
  private static final List<NabWindow> WINDOWS =
      List.of(new NabWindow(40, 49), new NabWindow(80, 89));

  private final NabScorer standard = new NabScorer(NabProfile.STANDARD);

  @Test
  void silenceScoresNothing() {
    for (NabProfile profile : NabProfile.values()) {
      assertThat(new NabScorer(profile).score(alerts(), WINDOWS).normalised()).isZero();
    }
  }

  @Test
  void oneAlertAtTheBeginningOfEachWindowIsPerfect() {
    for (NabProfile profile : NabProfile.values()) {
      assertThat(new NabScorer(profile).score(alerts(40, 80), WINDOWS).normalised())
          .isCloseTo(100, within(1e-9));
    }
  }

  @Test
  void anAlertInTheMiddleOfAWindowIsWorthWhatTheSigmoidSays() {
    // Position -(49 - 45 + 1) / 10 = -0.5: (2 / (1 + e^-2.5) - 1) / (2 / (1 + e^-5) - 1).
    NabScore score = standard.score(alerts(45), WINDOWS);
    assertThat(score.raw()).isCloseTo(0.8482836 / 0.9866143 - 1, within(1e-6));
    assertThat(score.normalised()).isCloseTo(100 * (0.8597926 + 1) / 4, within(1e-4));
  }

  @Test
  void onlyTheEarliestAlertOfAWindowEarns() {
    assertThat(standard.score(alerts(40, 41, 49), WINDOWS).raw())
        .isEqualTo(standard.score(alerts(40), WINDOWS).raw());
  }

  @Test
  void aFalseAlertBeforeAnyWindowCostsItsWholeWeight() {
    assertThat(standard.score(alerts(20), WINDOWS).raw()).isCloseTo(-2.11, within(1e-12));
    assertThat(
            new NabScorer(NabProfile.REWARD_LOW_FALSE_POSITIVES).score(alerts(20), WINDOWS).raw())
        .isCloseTo(-2.22, within(1e-12));
  }

  @Test
  void aFalseAlertJustBehindAWindowCostsLess() {
    // One point behind a window of ten: position 1/9, 2 / (1 + e^(5/9)) - 1.
    assertThat(standard.score(alerts(50), WINDOWS).raw())
        .isCloseTo(-2 - 0.11 * 0.2708423, within(1e-6));
  }

  @Test
  void aMissedWindowCostsTwiceWhereMissesWeighTwice() {
    assertThat(new NabScorer(NabProfile.REWARD_LOW_FALSE_NEGATIVES).score(alerts(), WINDOWS).raw())
        .isEqualTo(-4);
  }

  @Test
  void nothingCountsInTheProbationaryPart() {
    NabScore score = standard.score(alerts(0, 14), WINDOWS);
    assertThat(score.raw()).isEqualTo(-2);
    assertThat(score.alerts()).isZero();
    assertThat(standard.score(alerts(15), WINDOWS).alerts()).isOne();
    assertThat(NabScorer.probation(22_695)).isEqualTo(750);
  }

  @Test
  void precisionIsTheShareOfAlertsInsideWindows() {
    NabScore score = standard.score(alerts(20, 40, 41, 95), WINDOWS);
    assertThat(score.precision()).isEqualTo(0.5);
    assertThat(score.caught()).isOne();
  }

  @Test
  void scoresOfSeriesAddUp() {
    NabScore perfect = standard.score(alerts(40, 80), WINDOWS);
    NabScore sum = perfect.plus(standard.score(alerts(), WINDOWS));
    assertThat(sum.normalised()).isCloseTo(50, within(1e-9));
    assertThat(sum.windows()).isEqualTo(4);
  }

  @Test
  void refusesWindowsThatOverlapOrReachBeyondTheSeries() {
    List<NabWindow> overlapping = List.of(new NabWindow(4, 9), new NabWindow(9, 12));
    assertThatThrownBy(() -> standard.score(alerts(), overlapping))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> standard.score(alerts(), List.of(new NabWindow(4, POINTS))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean[] alerts(int... points) {
    boolean[] alerts = new boolean[POINTS];
    Arrays.stream(points).forEach(point -> alerts[point] = true);
    return alerts;
  }
}
