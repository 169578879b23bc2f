package io.zhidun.rules.filings.form;

import io.zhidun.rules.filings.record.FilingKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of applications in one form. A number of the Chinese form since 2003-10 (year, kind,
 * seven digits, check character) must have the right check character. Everything else is taken as
 * it stands: numbers of other offices, trademark numbers, and the Chinese form before 2003-10 of
 * eight digits and one, whose check character old files often leave out.
 */
final class ApplicationNumber {

  private static final int FIRST_YEAR = 1985;
  private static final int LAST_YEAR = 2099;

  private ApplicationNumber() {}

  /** The normal form; refuses a wrong check character, completes a missing one. */
  static String read(Field field) {
    String number = normal(field.text(Limits.ID_CHARS));
    if (number.isEmpty()) {
      throw field.fault("must be an application number");
    }
    if (!chineseForm(number)) {
      return number;
    }
    char check = CheckDigits.applicationNumber(number);
    if (number.length() == 12) {
      field.note("completed with its check character " + check);
      return number + check;
    }
    if (number.charAt(12) != check) {
      throw field.fault("has the check character " + number.charAt(12) + ", must be " + check);
    }
    return number;
  }

  /** No CN or ZL in front, no spaces, no dot before the check character, upper case, ASCII. */
  static String normal(String written) {
    String number = Texts.halfWidth(written).toUpperCase(Locale.ROOT).replace(" ", "");
    if ((number.startsWith("CN") || number.startsWith("ZL"))
        && number.length() > 2
        && Character.isDigit(number.charAt(2))) {
      number = number.substring(2);
    }
    int dot = number.length() - 2;
    if ((dot == 8 || dot == 12)
        && number.charAt(dot) == '.'
        && Texts.digits(number.substring(0, dot))) {
      number = number.substring(0, dot) + number.charAt(dot + 1);
    }
    return number.length() == 15 ? standard(number) : number;
  }

  /** CNIPA's "standard" form of exchange: kind and 0, year, nine digits, no check character. */
  private static String standard(String number) {
    if (!Texts.digits(number) || number.charAt(1) != '0' || !number.startsWith("00", 6)) {
      return number;
    }
    String twelve = number.substring(2, 6) + number.charAt(0) + number.substring(8);
    return chineseForm(twelve) ? twelve + CheckDigits.applicationNumber(twelve) : number;
  }

  private static boolean chineseForm(String number) {
    int length = number.length();
    if (length != 12 && length != 13 || !Texts.digits(number.substring(0, 12))) {
      return false;
    }
    int year = Integer.parseInt(number, 0, 4, 10);
    return year >= FIRST_YEAR
        && year <= LAST_YEAR
        && (length == 12 || number.charAt(12) == 'X' || Character.isDigit(number.charAt(12)));
  }

  /** What the kind digit says, or null. */
  static @Nullable FilingKind kind(String number) {
    if (number.length() == 13 && chineseForm(number)) {
      return kind(number.charAt(4));
    }
    boolean old = (number.length() == 8 || number.length() == 9) && Texts.digits(cut8(number));
    return old ? kind(number.charAt(2)) : null;
  }

  private static String cut8(String number) {
    return number.substring(0, 8);
  }

  private static @Nullable FilingKind kind(char digit) {
    return switch (digit) {
      case '1' -> FilingKind.INVENTION;
      case '2' -> FilingKind.UTILITY_MODEL;
      case '3' -> FilingKind.DESIGN;
      case '8' -> FilingKind.PCT_INVENTION;
      case '9' -> FilingKind.PCT_UTILITY_MODEL;
      default -> null;
    };
  }
}
