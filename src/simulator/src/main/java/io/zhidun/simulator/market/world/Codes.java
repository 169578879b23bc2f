package io.zhidun.simulator.market.world;

import java.util.random.RandomGenerator;

/** Numbers with check digits, as registers give them. */
public final class Codes {
  /** No I, O, S, V, Z: they are too like digits. */
  private static final String SOCIAL = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static final String HEX = "0123456789abcdef";
  private static final int[] APPLICATION_WEIGHTS = {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5};
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final int[] IDENTITY_WEIGHTS = {
    7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2
  };
  private static final String IDENTITY_CHECKS = "10X98765432";

  private Codes() {}

  /**
   * A patent application: year, kind, seven digits, and a check character: the sum of the digits
   * weighted 2 to 9 and again 2 to 5, modulo 11, ten written X (ZC 0006-2003).
   */
  public static String application(int year, int kind, int serial) {
    char[] digits = new char[13];
    put(digits, 0, 4, year);
    digits[4] = (char) ('0' + kind);
    put(digits, 5, 7, serial);
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += (digits[i] - '0') * APPLICATION_WEIGHTS[i];
    }
    int check = sum % 11;
    digits[12] = check == 10 ? 'X' : (char) ('0' + check);
    return new String(digits);
  }

  /**
   * A unified social credit code: registering office, category, region of six digits, organisation
   * code with its own check character (GB 11714: weights 3 7 9 10 5 8 4 2, eleven less the sum
   * modulo 11), and a check character (GB 32100: weights 3 to the i modulo 31, thirty-one less the
   * sum modulo 31).
   *
   * @param office and category, such as 91 for a company
   */
  public static String social(String office, int region, RandomGenerator random) {
    StringBuilder code = new StringBuilder(18).append(office).append(region);
    int sum = 0;
    for (int weight : ORGANISATION_WEIGHTS) {
      char digit = SOCIAL.charAt(random.nextInt(SOCIAL.length()));
      code.append(digit);
      sum += weight * Character.digit(digit, 36);
    }
    int check = 11 - sum % 11;
    code.append(check == 10 ? "X" : check == 11 ? "0" : Integer.toString(check));
    return code.append(socialCheck(code)).toString();
  }

  private static char socialCheck(CharSequence seventeen) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      sum += weight * SOCIAL.indexOf(seventeen.charAt(i));
      weight = weight * 3 % 31;
    }
    return SOCIAL.charAt((31 - sum % 31) % 31);
  }

  /**
   * An identity number (GB 11643): region, day of birth, sequence, check character by modulo 11 of
   * the weighted digits. The county digits are 98, which no county has.
   */
  static String identity(int region, int year, int month, int day, int sequence) {
    char[] digits = new char[18];
    put(digits, 0, 6, region / 100 * 100 + 98);
    put(digits, 6, 4, year);
    put(digits, 10, 2, month);
    put(digits, 12, 2, day);
    put(digits, 14, 3, sequence);
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (digits[i] - '0') * IDENTITY_WEIGHTS[i];
    }
    digits[17] = IDENTITY_CHECKS.charAt(sum % 11);
    return new String(digits);
  }

  /** A mobile number of eleven digits that begins with 142, 143 or 154, which nobody is given. */
  public static String phone(RandomGenerator random) {
    char[] digits = new char[11];
    put(digits, 0, 3, new int[] {142, 143, 154}[random.nextInt(3)]);
    put(digits, 3, 8, random.nextInt(100_000_000));
    return new String(digits);
  }

  public static String hex(int length, RandomGenerator random) {
    char[] digits = new char[length];
    long bits = 0;
    for (int i = 0; i < length; i++) {
      if (i % 16 == 0) {
        bits = random.nextLong();
      }
      digits[i] = HEX.charAt((int) (bits & 15));
      bits >>>= 4;
    }
    return new String(digits);
  }

  /** An address of its own, from the documentation range (RFC 3849). */
  public static String ipv6(RandomGenerator random) {
    return "2001:db8:"
        + Integer.toHexString(0x1000 + random.nextInt(0xe000))
        + ':'
        + Integer.toHexString(1 + random.nextInt(0xfffe))
        + "::"
        + Integer.toHexString(1 + random.nextInt(0xfffe));
  }

  /** An address that many share, from the range for benchmarks (RFC 2544). */
  public static String ipv4(RandomGenerator random) {
    return "198."
        + (18 + random.nextInt(2))
        + '.'
        + random.nextInt(256)
        + '.'
        + (1 + random.nextInt(254));
  }

  private static void put(char[] digits, int from, int count, int value) {
    int rest = value;
    for (int i = from + count - 1; i >= from; i--) {
      digits[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
