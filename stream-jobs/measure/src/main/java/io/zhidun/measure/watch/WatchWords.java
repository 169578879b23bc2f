package io.zhidun.measure.watch;

import io.zhidun.events.BilingualText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The sentences of the always-on detectors. */
final class WatchWords {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private WatchWords() {}

  static BilingualText threshold(Threshold threshold, double value) {
    boolean above = threshold.side() == Threshold.Side.ABOVE;
    String limit = number(threshold.raiseAt());
    return new BilingualText(
        "数值 %s 已持续 %s %s限值 %s"
            .formatted(number(value), zh(threshold.hold()), above ? "不低于" : "不高于", limit),
        "the value, now %s, has been %s the limit of %s for %s"
            .formatted(
                number(value), above ? "at or above" : "at or below", limit, en(threshold.hold())));
  }

  static BilingualText season(double value, double expected, double distance) {
    boolean above = distance > 0;
    String times = number(Math.abs(distance));
    return new BilingualText(
        "数值 %s %s此时段的常态 %s，偏离为平均偏差的 %s 倍"
            .formatted(number(value), above ? "高于" : "低于", number(expected), times),
        "the value, %s, lies %s the %s that this hour of the week shows, by %s mean deviations"
            .formatted(number(value), above ? "above" : "below", number(expected), times));
  }

  static BilingualText change(long began, double value, double expected, ZoneId zone) {
    String when = minute(began, zone);
    return new BilingualText(
        "自 %s 起水平改变：现为 %s，此前应为 %s".formatted(when, number(value), number(expected)),
        "since %s the level has changed: now %s where %s was expected"
            .formatted(when, number(value), number(expected)));
  }

  static BilingualText exhaustion(double limit, long when, long now, ZoneId zone) {
    Duration left = Duration.ofMillis(Math.max(0, when - now));
    String time = minute(when, zone);
    return new BilingualText(
        "按目前趋势将于 %s（%s后）达到限值 %s".formatted(time, zh(left), number(limit)),
        "at this pace the limit of %s is reached at %s, in %s"
            .formatted(number(limit), time, en(left)));
  }

  static BilingualText absence(long silence) {
    Duration time = Duration.ofMillis(silence);
    return new BilingualText("已 %s 没有数据".formatted(zh(time)), "no data for %s".formatted(en(time)));
  }

  private static String minute(long millis, ZoneId zone) {
    return MINUTE.format(Instant.ofEpochMilli(millis).atZone(zone));
  }

  static String number(double value) {
    return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }

  private static String zh(Duration time) {
    return worded(time, " 天", " 小时", " 分钟", " 秒");
  }

  private static String en(Duration time) {
    return worded(time, " d", " h", " min", " s");
  }

  private static String worded(Duration time, String... units) {
    if (time.toHours() >= 48) {
      return time.toDays() + units[0];
    }
    if (time.toMinutes() >= 120) {
      return time.toHours() + units[1];
    }
    return time.toSeconds() >= 120 ? time.toMinutes() + units[2] : time.toSeconds() + units[3];
  }
}
