package io.zhidun.rules.sigma;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Time spans as Sigma writes them: a number and one of s, m, h, d. */
public final class Durations {
  private static final Pattern FORM = Pattern.compile("(\\d{1,7})([smhd])");
  private static final Duration LONGEST = Duration.ofDays(30);

  private Durations() {}

  /**
   * @throws IllegalArgumentException naming the value and the form expected
   */
  public static Duration parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "time span \"" + text + "\" is not a number and one of s, m, h, d");
    }
    long number = Long.parseLong(matcher.group(1));
    Duration span =
        switch (matcher.group(2)) {
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        };
    if (span.isZero() || span.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "time span \"" + text + "\" is not between 1s and " + LONGEST.toDays() + "d");
    }
    return span;
  }
}
