package io.zhidun.rules.filings.link;

import io.zhidun.rules.filings.record.Contact;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Telephone numbers, by what their masked form still shows. */
public final class Phones {

  private static final Pattern NEITHER_DIGIT_NOR_MASK = Pattern.compile("[^0-9*]");

  private Phones() {}

  /**
   * A phone that cannot be one, as far as its masked form shows: all digits shown equal; a mobile
   * number that has not 11 digits or begins with 10, 11 or 12; shorter than seven digits.
   */
  public static boolean isFaulty(@Nullable Contact contact) {
    if (contact == null || contact.phone() == null) {
      return false;
    }
    String masked = NEITHER_DIGIT_NOR_MASK.matcher(contact.phone().masked()).replaceAll("");
    String shown = masked.replace("*", "");
    if (shown.length() < 5) {
      return !shown.isEmpty() && masked.length() < 7;
    }
    boolean mobile = masked.charAt(0) == '1';
    return shown.chars().allMatch(c -> c == shown.charAt(0))
        || (mobile && (masked.length() != 11 || "012".indexOf(masked.charAt(1)) >= 0));
  }
}
