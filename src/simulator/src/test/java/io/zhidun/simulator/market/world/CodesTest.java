package io.zhidun.simulator.market.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CodesTest {
  private static final String SOCIAL = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  @Test
  void applicationNumbersEndInTheCheckDigitOfTheStandard() {
    assertThat(Codes.application(2021, 1, 991_218)).isEqualTo("2021109912188");
    assertThat(Codes.application(2026, 1, 479_601)).isEqualTo("2026104796018");
  }

  @Test
  void socialCreditCodesCheckInWholeAndInTheirOrganisationPart() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 500; i++) {
      String code = Codes.social("91", 330_100, random);
      int sum = 0;
      int weight = 1;
      for (int at = 0; at < 18; at++) {
        sum += SOCIAL.indexOf(code.charAt(at)) * (at == 17 ? 1 : weight);
        weight = weight * 3 % 31;
      }
      assertThat(sum % 31).as(code).isZero();
    }
  }

  @Test
  void identityNumbersCheckAndNameNoRealCounty() {
    String number = Codes.identity(330_100, 1980, 2, 3, 17);

    int sum = 0;
    for (int at = 0; at < 18; at++) {
      int digit = number.charAt(at) == 'X' ? 10 : number.charAt(at) - '0';
      sum += digit * (int) (Math.pow(2, 17 - at) % 11);
    }
    assertThat(sum % 11).isEqualTo(1);
    assertThat(number).startsWith("33019819800203017");
  }
}
