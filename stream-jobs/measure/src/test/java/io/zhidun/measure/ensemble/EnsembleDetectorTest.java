package io.zhidun.measure.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.measure.Finding;
import io.zhidun.measure.SharedData;
import io.zhidun.measure.nab.NabCorpus;
import io.zhidun.measure.nab.NabProfile;
import io.zhidun.measure.nab.NabScore;
import io.zhidun.measure.nab.NabScorer;
import io.zhidun.measure.nab.NabSeries;
import io.zhidun.measure.state.StateForm;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EnsembleDetectorTest {
  private static final long STEP = 300_000;

  private final EnsembleDetector detector = new EnsembleDetector();
  private final Random random = new Random(42);
  private long time = 1_700_000_000_000L;

  @Test
  void reachesTheAimOnThePublishedSeries() throws IOException {
    NabScorer scorer = new NabScorer(NabProfile.STANDARD);
    NabScore sum = NabScore.NOTHING;
    for (NabSeries series : NabCorpus.read(SharedData.metrics())) {
      EnsembleDetector fresh = new EnsembleDetector();
      boolean[] alerts = new boolean[series.values().length];
      for (int i = 0; i < alerts.length; i++) {
        alerts[i] = fresh.score(series.times()[i], series.values()[i]) >= 0.5;
      }
      sum = sum.plus(scorer.score(alerts, series.windows()));
    }
    assertThat(sum.normalised()).isGreaterThan(68);
    assertThat(sum.precision()).isGreaterThan(0.5);
  }

  @Test
  void aFlatSeriesDoesNotAlert() {
    for (int i = 0; i < 3000; i++) {
      assertThat(detector.score(time += STEP, 45)).isLessThan(0.5);
    }
  }

  @Test
  void anOrdinaryDayAlertsInFewSeries() {
    int alerts = 0;
    for (int series = 0; series < 20; series++) {
      EnsembleDetector one = new EnsembleDetector();
      for (int i = 0; i < 15 * 288; i++) {
        one.score(time += STEP, rhythm(i));
        alerts += i >= 5 * 288 && one.alerts() ? 1 : 0;
      }
    }
    assertThat(alerts).as("in two hundred days of series").isLessThan(15);
  }

  @Test
  void aStopIsFoundAndExplained() {
    run(2000);
    for (int i = 0; i < 12 && !detector.alerts(); i++) {
      detector.score(time += STEP, 0);
    }
    Finding finding = detector.finding().orElseThrow();
    assertThat(finding.score()).isBetween(0.5, 1.0);
    assertThat(finding.parts()).hasSize(2);
    assertThat(finding.parts().get(0).share())
        .isGreaterThanOrEqualTo(finding.parts().get(1).share());
    assertThat(finding.summary().zh()).contains("罕见度");
    int last = finding.picture().points() - 1;
    assertThat(finding.picture().points()).isEqualTo(64);
    assertThat(finding.picture().values()[last]).isZero();
    assertThat(finding.picture().low()[last]).isPositive();
    assertThat(finding.picture().millis()[last]).isEqualTo(time);
  }

  @Test
  void afterAnAlertItIsQuietForTwoHundredSamples() {
    run(2000);
    int first = -1;
    int second = -1;
    for (int i = 0; i < 400 && second < 0; i++) {
      detector.score(time += STEP, random.nextDouble() * Math.pow(1.5, i + 20));
      if (detector.alerts() && first >= 0) {
        second = i;
      } else if (detector.alerts()) {
        first = i;
      }
    }
    assertThat(first).isBetween(0, 3);
    assertThat(second - first).isGreaterThanOrEqualTo(EnsembleDetector.QUIET);
  }

  @Test
  void whatWasDismissedMustBeRarerToAlertAgain() throws IOException {
    run(2000);
    byte[] before = StateForm.bytes(detector);
    assertThat(detector.score(time + STEP, 180)).isGreaterThan(0.5);
    Shape shape = detector.shape();

    EnsembleDetector taught = StateForm.restore(new EnsembleDetector(), before);
    taught.dismiss(shape);
    assertThat(taught.score(time + STEP, 180)).isLessThan(0.5);

    EnsembleDetector later = StateForm.restore(new EnsembleDetector(), before);
    later.dismiss(shape);
    assertThat(later.score(time + STEP, 5000)).as("a far rarer one").isGreaterThan(0.5);
  }

  @Test
  void goesOnExactlyFromItsWrittenState() throws IOException {
    run(1500);
    EnsembleDetector restored =
        StateForm.restore(new EnsembleDetector(), StateForm.bytes(detector));
    for (int i = 0; i < 1500; i++) {
      time += STEP;
      double value = rhythm(i) * (i % 500 == 499 ? 5 : 1);
      assertThat(restored.score(time, value)).isEqualTo(detector.score(time, value));
    }
    assertThat(StateForm.bytes(restored)).isEqualTo(StateForm.bytes(detector));
  }

  @Test
  void refusesAStateOfAnotherVersionOrWithoutItsEnd() {
    byte[] state = StateForm.bytes(detector);
    assertThatThrownBy(
            () -> StateForm.restore(new EnsembleDetector(), Arrays.copyOf(state, state.length - 1)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(
            () -> StateForm.restore(new EnsembleDetector(), Arrays.copyOf(state, state.length + 1)))
        .isInstanceOf(IOException.class);
    state[0] = 9;
    assertThatThrownBy(() -> StateForm.restore(new EnsembleDetector(), state))
        .hasMessageContaining("version 9");
  }

  @Test
  void itsStateStaysSmall() {
    run(8000);
    assertThat(StateForm.bytes(detector).length).isLessThan(64 << 10);
  }

  @Test
  void hugeValuesGiveScoresAndLeaveItSound() {
    run(1000);
    for (double value : new double[] {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, 0}) {
      assertThat(detector.score(time += STEP, value)).isBetween(0.0, 1.0);
    }
    for (int i = 0; i < 1000; i++) {
      assertThat(detector.score(time += STEP, rhythm(i))).isBetween(0.0, 1.0);
    }
    assertThatThrownBy(() -> detector.score(time, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> detector.score(time, Double.NEGATIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theUnitOfAMetricDoesNotMatter() {
    EnsembleDetector bytes = new EnsembleDetector();
    int differing = 0;
    for (int i = 0; i < 3000; i++) {
      time += STEP;
      double value = rhythm(i) * (i == 2000 ? 4 : 1);
      boolean one = detector.score(time, value) >= 0.5;
      boolean other = bytes.score(time, value * 1_048_576) >= 0.5;
      differing += one == other ? 0 : 1;
    }
    assertThat(differing).isZero();
  }

  private void run(int samples) {
    for (int i = 0; i < samples; i++) {
      detector.score(time += STEP, rhythm(i));
    }
  }

  private double rhythm(int i) {
    return 100 + 30 * Math.sin(2 * Math.PI * i / 288) + 3 * random.nextGaussian();
  }
}
