package io.zhidun.service.filingcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WilsonTest {
  @Test
  void agreesWithPublishedFigures() {
    // 97 of 105, as the audit of a linking of trademark filers reports it: 85.7 % to 96.1 %.
    Wilson audit = Wilson.of(97, 105);

    assertThat(audit.share()).isCloseTo(0.924, within(0.0005));
    assertThat(audit.low()).isCloseTo(0.857, within(0.001));
    assertThat(audit.high()).isCloseTo(0.961, within(0.001));
  }

  @Test
  void saysNothingOfNothing() {
    assertThat(Wilson.of(0, 0)).isEqualTo(new Wilson(null, null, null));
  }

  @Test
  void staysWithinZeroAndOne() {
    assertThat(Wilson.of(0, 5).low()).isZero();
    assertThat(Wilson.of(0, 5).high()).isCloseTo(0.4345, within(0.001));
    assertThat(Wilson.of(5, 5).high()).isCloseTo(1, within(1e-12));
  }

  @Test
  void refusesMoreHitsThanCases() {
    assertThatThrownBy(() -> Wilson.of(3, 2)).hasMessage("3 of 2 is no share");
  }
}
