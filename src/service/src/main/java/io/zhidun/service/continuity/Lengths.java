package io.zhidun.service.continuity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Lengths of time as people say them: 4 小时 59 分, 4 h 59 min; seconds below an hour. */
final class Lengths {
  private Lengths() {}

  static String zh(@Nullable Duration length) {
    return length == null ? "未知" : words(length, " 天", " 小时", " 分", " 秒");
  }

  static String en(@Nullable Duration length) {
    return length == null ? "unknown" : words(length, " d", " h", " min", " s");
  }

  /** A clock: 4:59:50. */
  static String clock(Duration length) {
    return "%d:%02d:%02d"
        .formatted(length.toHours(), length.toMinutesPart(), length.toSecondsPart());
  }

  private static String words(Duration length, String d, String h, String m, String s) {
    StringBuilder words = new StringBuilder();
    add(words, length.toDays(), d);
    add(words, length.toHoursPart(), h);
    add(words, length.toMinutesPart(), m);
    if (length.toHours() == 0) {
      add(words, length.toSecondsPart(), s);
    }
    return words.length() == 0 ? "0" + s : words.toString();
  }

  private static void add(StringBuilder words, long value, String unit) {
    if (value > 0) {
      words.append(words.length() == 0 ? "" : " ").append(value).append(unit);
    }
  }
}
