package io.zhidun.measure.choice;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.measure.state.StateForm;
import java.io.IOException;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class BehaviourProbeTest {
  private static final int DAY = 288;

  private final Random random = new Random(2);

  @Test
  void behaviourIsUnknownBeforeSixtySamples() {
    assertThat(probe(60, i -> i).behaviour()).isEqualTo(Behaviour.UNKNOWN);
  }

  @Test
  void constantSparseAndCounterAreToldWithinHours() {
    assertThat(probe(100, i -> 45).behaviour()).isEqualTo(Behaviour.CONSTANT);
    assertThat(probe(1000, i -> random.nextInt(20) == 0 ? random.nextDouble() : 0).behaviour())
        .isEqualTo(Behaviour.SPARSE);
    assertThat(probe(500, i -> i % 300 * 7.0).behaviour()).isEqualTo(Behaviour.COUNTER);
  }

  @Test
  void aRhythmOfTheDayIsToldFromNoise() {
    IntToDoubleFunction rhythm =
        i -> 100 + 30 * Math.sin(2 * Math.PI * i / DAY) + 5 * random.nextGaussian();
    assertThat(probe(4 * DAY, rhythm).behaviour()).isEqualTo(Behaviour.RHYTHMIC);
    assertThat(probe(4 * DAY, i -> random.nextGaussian()).behaviour())
        .isEqualTo(Behaviour.IRREGULAR);
  }

  @Test
  void aSeriesMayChangeItsWays() {
    BehaviourProbe probe = probe(30_000, i -> i);
    for (int i = 0; i < 30_000; i++) {
      probe.next(i * 300_000L, random.nextGaussian());
    }
    assertThat(probe.behaviour()).isEqualTo(Behaviour.IRREGULAR);
  }

  @Test
  void aCounterIsWatchedByItsRateAndAConstantNeedsNoEnsemble() {
    assertThat(Behaviour.COUNTER.watchesRate()).isTrue();
    assertThat(Behaviour.CONSTANT.callsForEnsemble()).isFalse();
    assertThat(Behaviour.SPARSE.callsForSeason()).isFalse();
    assertThat(Behaviour.RHYTHMIC.callsForSeason()).isTrue();
  }

  @Test
  void goesOnFromItsWrittenState() throws IOException {
    BehaviourProbe probe = probe(1000, i -> Math.sin(i / 40.0));
    BehaviourProbe restored = StateForm.restore(new BehaviourProbe(), StateForm.bytes(probe));
    assertThat(restored.behaviour()).isEqualTo(probe.behaviour());
    assertThat(restored.rhythm()).isEqualTo(probe.rhythm());
  }

  private static BehaviourProbe probe(int samples, IntToDoubleFunction series) {
    BehaviourProbe probe = new BehaviourProbe();
    for (int i = 0; i < samples; i++) {
      probe.next(i * 300_000L, series.applyAsDouble(i));
    }
    return probe;
  }
}
