package io.zhidun.measure.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.zhidun.measure.state.StateForm;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForestDetectorTest {
  private final Random random = new Random(9);
  private final ForestDetector detector = new ForestDetector(3, 17);

  @Test
  void findsWhatIsUsualAloneAndUnusualTogether() {
    int falseAlerts = 0;
    for (int i = 0; i < 2000; i++) {
      falseAlerts += detector.score(usual()) >= ForestDetector.THRESHOLD ? 1 : 0;
    }
    assertThat(falseAlerts).isLessThan(8);
    // Many requests with little work: each value lies within its range.
    double highest = 0;
    double[] shares = new double[3];
    for (int i = 0; i < 4; i++) {
      highest = Math.max(highest, detector.score(new double[] {190, 12, 50}));
      shares = detector.shares();
    }
    assertThat(highest).isGreaterThan(ForestDetector.THRESHOLD);
    assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-6));
    assertThat(shares[2]).as("the metric that has no part in it").isLessThan(0.3);
  }

  @Test
  void goesOnExactlyFromItsWrittenState() throws IOException {
    for (int i = 0; i < 700; i++) {
      detector.score(usual());
    }
    byte[] state = StateForm.bytes(detector);
    assertThat(state.length).isLessThan(1 << 20);
    ForestDetector restored = StateForm.restore(new ForestDetector(3, 1), state);
    for (int i = 0; i < 300; i++) {
      double[] point = usual();
      assertThat(restored.score(point)).isEqualTo(detector.score(point));
    }
    assertThatThrownBy(() -> StateForm.restore(new ForestDetector(2, 1), state))
        .isInstanceOf(IOException.class);
  }

  @Test
  void refusesPointsThatAreNone() {
    assertThatThrownBy(() -> detector.score(new double[2])).hasMessageContaining("2 values");
    assertThatThrownBy(() -> detector.score(new double[] {1, Double.NaN, 1}))
        .hasMessageContaining("finite");
    assertThatThrownBy(() -> new ForestDetector(17, 1)).hasMessageContaining("1 to 16");
    assertThat(detector.score(new double[] {Double.MAX_VALUE, 0, -Double.MAX_VALUE})).isZero();
  }

  /** Work follows requests; the third is noise. */
  private double[] usual() {
    double requests = 20 + 180 * random.nextDouble();
    return new double[] {
      requests, requests / 2 + random.nextGaussian(), 50 + 5 * random.nextGaussian()
    };
  }
}
