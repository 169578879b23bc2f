package io.zhidun.service.access;

import io.zhidun.service.web.Problems;
import java.util.Locale;
import java.util.function.IntPredicate;

/** What a password that a person chooses must be like (GB/T 22239-2019, identity). */
final class PasswordRules {
  static final int MIN = 12;
  static final int MAX = 128;
  private static final int KINDS = 3;

  private PasswordRules() {}

  /** Throws a problem naming the rule, never the password. */
  static void check(String account, String current, String next) {
    if (next.length() < MIN || next.length() > MAX) {
      throw refused("must have " + MIN + " to " + MAX + " characters");
    }
    if (kinds(next) < KINDS) {
      throw refused("must mix three of: lower case, upper case, digits, other signs");
    }
    if (next.toLowerCase(Locale.ROOT).contains(account)) {
      throw refused("must not contain the account's name");
    }
    if (next.equals(current)) {
      throw refused("must differ from the current one");
    }
  }

  private static int kinds(String text) {
    IntPredicate other = c -> !Character.isLetterOrDigit(c) || c > 0x7f;
    return has(text, c -> c < 0x80 && Character.isLowerCase(c))
        + has(text, c -> c < 0x80 && Character.isUpperCase(c))
        + has(text, c -> c < 0x80 && Character.isDigit(c))
        + has(text, other);
  }

  private static int has(String text, IntPredicate kind) {
    return text.chars().anyMatch(kind) ? 1 : 0;
  }

  private static RuntimeException refused(String rule) {
    return Problems.invalid("next", "(not shown)", rule);
  }
}
