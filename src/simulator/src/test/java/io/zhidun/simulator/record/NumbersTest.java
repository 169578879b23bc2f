package io.zhidun.simulator.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void endWithTheCheckCharacterOfTheStandard() {
    assertThat(Numbers.application(2026, 1)).isEqualTo("CN2026100000019");
    assertThat(Numbers.application(2026, 4)).matches("CN202610000004[0-9X]");
  }
}
