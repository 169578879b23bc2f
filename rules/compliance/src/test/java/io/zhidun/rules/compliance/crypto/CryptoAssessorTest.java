package io.zhidun.rules.compliance.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.rules.compliance.record.Result;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CryptoAssessorTest {
  private static final CryptoObject GOOD = new CryptoObject("vpn", true, "SM4", true, 2);
  private final CryptoAssessor assessor = CryptoAssessor.shipped();

  @Test
  void levelThreeAsksForAllUnitsAndLevelOneForFewer() {
    assertThat(assessor.units(3)).hasSize(41);
    assertThat(assessor.units(1)).hasSize(24);
  }

  @Test
  void allInOrderIsAHundredPoints() {
    CryptoScore score = assessor.score(3, all(GOOD, Result.MET), 0);
    assertThat(score.total()).isEqualByComparingTo("100");
    assertThat(score.value().zh()).isEqualTo("符合");
    assertThat(score.layers()).hasSize(8);
  }

  @Test
  void noCryptographyLeavesTheManagementPoints() {
    CryptoObject none = new CryptoObject("vpn", false, "", false, 0);
    CryptoScore score = assessor.score(3, all(none, Result.MET), 0);
    assertThat(score.total()).isEqualByComparingTo("30");
    assertThat(score.value().zh()).isEqualTo("不符合");
  }

  @Test
  void objectsAreWorthWhatAlgorithmAndKeysAllow() {
    assertThat(unit("SM4", true, 0)).isEqualByComparingTo("1");
    assertThat(unit("AES-256", true, 0)).isEqualByComparingTo("0.5");
    assertThat(unit("RSA-1024", true, 0)).isEqualByComparingTo("0.25");
    assertThat(unit("MD5", true, 0)).isEqualByComparingTo("0.1");
    assertThat(unit("home-made", true, 0)).isEqualByComparingTo("0.1");
    assertThat(unit("SM4", false, 0)).isEqualByComparingTo("0.5");
    assertThat(unit("SM4", false, 1)).isEqualByComparingTo("0.6");
    assertThat(unit("RSA-1024", false, 1)).isEqualByComparingTo("0.15");
  }

  @Test
  void aUnitIsTheMeanOfItsObjectsWithFourDecimals() {
    List<CryptoAnswer> answers = all(GOOD, Result.MET);
    CryptoObject aes = new CryptoObject("web", true, "AES-128", true, 0);
    answers.set(0, new CryptoAnswer("M-6.1.1", Result.MET, List.of(GOOD, GOOD, aes), ""));
    CryptoScore score = assessor.score(3, answers, 0);
    assertThat(score.units().get("M-6.1.1")).isEqualTo(new BigDecimal("0.8333"));
    // (1 x 0.8333 + 0.7 + 0.7) / 2.4 = 0.9305; 70 x (10 x 0.9305 + 60) / 70 + 30
    assertThat(score.layers().get("物理和环境")).isEqualTo(new BigDecimal("0.9305"));
    assertThat(score.total()).isEqualTo(new BigDecimal("99.31"));
    assertThat(score.value().zh()).isEqualTo("基本符合");
  }

  @Test
  void aLayerThatDoesNotApplyDropsOut() {
    List<CryptoAnswer> answers = all(GOOD, Result.MET);
    answers.replaceAll(
        one ->
            one.unit().startsWith("M-6.1.")
                ? new CryptoAnswer(one.unit(), Result.NOT_APPLICABLE, List.of(), "托管机房")
                : one);
    CryptoScore score = assessor.score(3, answers, 0);
    assertThat(score.layers()).doesNotContainKey("物理和环境");
    assertThat(score.total()).isEqualByComparingTo("100");
  }

  @Test
  void anOpenUnitCountsAsNothingAndAHighRiskForbidsPassing() {
    List<CryptoAnswer> answers = all(GOOD, Result.MET);
    answers.remove(0);
    CryptoScore score = assessor.score(3, answers, 0);
    assertThat(score.doubts().get(0).zh()).isEqualTo("M-6.1.1 身份鉴别 未测，按 0 分计");
    assertThat(score.value().zh()).isEqualTo("基本符合");
    assertThat(assessor.score(3, all(GOOD, Result.MET), 1).value().zh()).isEqualTo("不符合");
  }

  @Test
  void refusesUnitsOfOtherLevelsAndDoubles() {
    assertThatThrownBy(
            () ->
                assessor.score(
                    1, List.of(new CryptoAnswer("M-6.1.3", Result.MET, List.of(), "")), 0))
        .hasMessage("level 1 has no unit M-6.1.3");
    CryptoAnswer once = new CryptoAnswer("M-6.1.1", Result.MET, List.of(GOOD), "");
    assertThatThrownBy(() -> assessor.score(3, List.of(once, once), 0))
        .hasMessage("unit M-6.1.1 is answered twice");
  }

  private BigDecimal unit(String algorithm, boolean keysSound, int moduleLevel) {
    CryptoObject object = new CryptoObject("o", true, algorithm, keysSound, moduleLevel);
    CryptoAnswer answer = new CryptoAnswer("M-6.1.1", Result.MET, List.of(object), "");
    return assessor.score(3, List.of(answer), 0).units().getOrDefault("M-6.1.1", BigDecimal.TEN);
  }

  private List<CryptoAnswer> all(CryptoObject object, Result management) {
    List<CryptoAnswer> answers = new ArrayList<>();
    for (CryptoUnit unit : assessor.units(3)) {
      answers.add(
          unit.technical()
              ? new CryptoAnswer(unit.id(), Result.MET, List.of(object), "")
              : new CryptoAnswer(unit.id(), management, List.of(), ""));
    }
    return answers;
  }
}
