package io.zhidun.rules.filings.mark;

import org.jspecify.annotations.Nullable;

/**
 * An application number in 64 bits: up to 17 digits, or up to 11 of digits, capital letters and
 * hyphen, can be had back; of others only a hash is left. Never zero.
 */
final class PackedNumber {

  private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-";
  private static final int BASE = LETTERS.length() + 1;
  private static final int MOST_DIGITS = 17;
  private static final int MOST_LETTERS = 11;
  private static final long IN_LETTERS = 1L << 61;
  private static final long HASHED = 1L << 62;

  private PackedNumber() {}

  static long of(String number) {
    long digits = digits(number);
    if (digits > 0) {
      return digits;
    }
    long letters = letters(number);
    return letters > 0 ? letters | IN_LETTERS : Hashes.of(number) >>> 3 | HASHED;
  }

  /** The number, or null where only its hash is left. */
  static @Nullable String text(long packed) {
    if ((packed & HASHED) != 0) {
      return null;
    }
    if ((packed & IN_LETTERS) == 0) {
      return Long.toString(packed).substring(1);
    }
    StringBuilder text = new StringBuilder();
    for (long rest = packed ^ IN_LETTERS; rest > 0; rest /= BASE) {
      text.append(LETTERS.charAt((int) (rest % BASE) - 1));
    }
    return text.reverse().toString();
  }

  /** With a 1 in front, so that leading zeros are kept; 0 where it is not of digits only. */
  private static long digits(String number) {
    if (number.isEmpty() || number.length() > MOST_DIGITS) {
      return 0;
    }
    long value = 1;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static long letters(String number) {
    if (number.isEmpty() || number.length() > MOST_LETTERS) {
      return 0;
    }
    long value = 0;
    for (int i = 0; i < number.length(); i++) {
      int letter = LETTERS.indexOf(number.charAt(i));
      if (letter < 0) {
        return 0;
      }
      value = value * BASE + letter + 1;
    }
    return value;
  }
}
