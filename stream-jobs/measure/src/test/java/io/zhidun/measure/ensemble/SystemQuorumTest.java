package io.zhidun.measure.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.measure.state.StateForm;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SystemQuorumTest {
  private static final long MINUTE = 60_000;

  private final SystemQuorum quorum = new SystemQuorum();

  @Test
  void oneSeriesIsNotEnoughTwoWithinAQuarterAre() {
    assertThat(quorum.next("cpu", 0, 0.6)).isFalse();
    assertThat(quorum.next("cpu", 5 * MINUTE, 0.6)).as("the same again").isFalse();
    assertThat(quorum.next("latency", 20 * MINUTE, 0.6)).isTrue();
    assertThat(quorum.next("errors", 60 * MINUTE, 0.6)).isFalse();
  }

  @Test
  void oneBeyondDoubtNeedsNoSecond() {
    assertThat(quorum.next("cpu", 0, 0.8)).isTrue();
  }

  @Test
  void remembersBoundedlyAndAcrossARestart() throws IOException {
    for (int i = 0; i < 1000; i++) {
      quorum.next("series-" + i, i * 60 * MINUTE, 0.5);
    }
    byte[] state = StateForm.bytes(quorum);
    assertThat(state.length).isLessThan(64 * 24);
    SystemQuorum restored = StateForm.restore(new SystemQuorum(), state);
    assertThat(restored.next("other", 999 * 60 * MINUTE + MINUTE, 0.5)).isTrue();
  }
}
