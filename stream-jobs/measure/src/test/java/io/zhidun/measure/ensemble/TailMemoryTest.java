package io.zhidun.measure.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zhidun.measure.state.StateForm;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TailMemoryTest {
  @Test
  void saysNothingBeforeItHasSeenSixty() {
    TailMemory memory = new TailMemory();
    for (int i = 0; i < 60; i++) {
      assertThat(memory.next(i)).isZero();
    }
    assertThat(memory.next(1000)).isPositive();
  }

  @Test
  void rarityOfAnExponentialValueIsItsTrueDecade() {
    Random random = new Random(3);
    TailMemory memory = new TailMemory();
    for (int i = 0; i < 4000; i++) {
      memory.next(-Math.log(1 - random.nextDouble()));
    }
    // Exceeded by one of a thousand.
    assertThat(memory.next(Math.log(1000))).isCloseTo(3, within(0.3));
    assertThat(memory.next(1)).isZero();
  }

  @Test
  void aRecordIsTheRarerTheFartherItLies() {
    TailMemory near = new TailMemory();
    TailMemory far = new TailMemory();
    Random random = new Random(4);
    for (int i = 0; i < 1000; i++) {
      double value = random.nextDouble();
      near.next(value);
      far.next(value);
    }
    assertThat(far.next(3)).isGreaterThan(near.next(1.05) + 2);
  }

  @Test
  void levelIsTheValueThatTheShareExceeds() {
    TailMemory memory = new TailMemory();
    for (int i = 1; i <= 2000; i++) {
      memory.next(i * 7919 % 2000);
    }
    assertThat(memory.level(0.03)).isCloseTo(1939, within(2.0));
  }

  @Test
  void forgetsWhatLiesMoreThanItsSpanBack() {
    TailMemory memory = new TailMemory();
    Random random = new Random(5);
    memory.next(1_000_000);
    for (int i = 0; i < 2 * TailMemory.GENERATION; i++) {
      memory.next(random.nextDouble());
    }
    assertThat(memory.level(0)).isLessThan(1);
  }

  @Test
  void goesOnFromItsWrittenState() throws IOException {
    TailMemory memory = new TailMemory();
    Random random = new Random(6);
    for (int i = 0; i < 3000; i++) {
      memory.next(random.nextGaussian());
    }
    TailMemory restored = StateForm.restore(new TailMemory(), StateForm.bytes(memory));
    for (int i = 0; i < 3000; i++) {
      double value = random.nextGaussian();
      assertThat(restored.next(value)).isEqualTo(memory.next(value));
    }
  }
}
