package io.zhidun.rules.filings.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckDigitsTest {

  @ParameterizedTest
  @CsvSource({"202110991218, 8", "202610479601, 8", "202111286633, X", "201480000986, 0"})
  void ofApplicationNumbers(String twelve, char check) {
    assertThat(CheckDigits.applicationNumber(twelve)).isEqualTo(check);
  }

  @Test
  void ofCreditCodes() {
    String right = "91350100M000100Y43";
    assertThat(CheckDigits.creditCode(right)).isTrue();
    assertThat(CheckDigits.creditCode(right.substring(1))).isFalse();
    assertThat(CheckDigits.creditCode("9135O100M000100Y43")).as("no letter O").isFalse();
    everyWrongDigitIsSeen(right, CheckDigits::creditCode);
  }

  @Test
  void ofIdentityNumbers() {
    String right = "11010519491231002X";
    assertThat(CheckDigits.identityNumber(right)).isTrue();
    assertThat(CheckDigits.identityNumber("1101051949123100")).isFalse();
    everyWrongDigitIsSeen(right, CheckDigits::identityNumber);
  }

  private static void everyWrongDigitIsSeen(String right, Predicate<String> check) {
    for (int i = 0; i < right.length(); i++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String other = right.substring(0, i) + digit + right.substring(i + 1);
        assertThat(check.test(other)).as(other).isEqualTo(other.equals(right));
      }
    }
  }
}
