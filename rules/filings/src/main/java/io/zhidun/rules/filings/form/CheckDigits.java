package io.zhidun.rules.filings.form;

/** Check characters of the identifiers in a filing. */
public final class CheckDigits {

  private static final int[] APPLICATION_WEIGHTS = {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5};
  private static final String CREDIT_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final String IDENTITY_CHECKS = "10X98765432";

  private CheckDigits() {}

  /**
   * The check character of a Chinese application number: weights 2 to 9 and 2 to 5, modulo 11, X
   * for 10.
   *
   * @param twelve year, kind and serial number: twelve digits
   */
  static char applicationNumber(String twelve) {
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += (twelve.charAt(i) - '0') * APPLICATION_WEIGHTS[i];
    }
    int check = sum % 11;
    return check == 10 ? 'X' : (char) ('0' + check);
  }

  /** Whether an upper-case unified social credit code is right by GB 32100 (modulo 31). */
  public static boolean creditCode(String code) {
    if (code.length() != 18) {
      return false;
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      int digit = CREDIT_DIGITS.indexOf(code.charAt(i));
      if (digit < 0) {
        return false;
      }
      sum += digit * weight;
      weight = weight * 3 % 31;
    }
    return CREDIT_DIGITS.indexOf(code.charAt(17)) == (31 - sum % 31) % 31;
  }

  /** Whether an upper-case citizen's identity number is right by GB 11643 (ISO 7064 MOD 11-2). */
  public static boolean identityNumber(String number) {
    if (number.length() != 18 || !Texts.digits(number.substring(0, 17))) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (number.charAt(i) - '0') * ((1 << (17 - i)) % 11);
    }
    return number.charAt(17) == IDENTITY_CHECKS.charAt(sum % 11);
  }
}
