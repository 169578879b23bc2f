package io.zhidun.service.continuity;

import io.zhidun.events.BilingualText;
import io.zhidun.report.content.Language;
import io.zhidun.report.document.Block.Cell;
import io.zhidun.report.document.Block.Tone;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words of an exercise's report in one language; times are those of Beijing. */
final class ExerciseWords {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZONE);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZONE);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy 年 M 月 d 日", Locale.ROOT).withZone(ZONE);

  private final Language language;

  ExerciseWords(Language language) {
    this.language = language;
  }

  String of(String zh, String en) {
    return language.of(zh, en);
  }

  String of(BilingualText text) {
    return language.of(text.zh(), sentence(text.en()));
  }

  /** The platform tells its reasons as parts of a sentence; here each stands alone. */
  private static String sentence(String en) {
    return en.isEmpty() ? en : Character.toUpperCase(en.charAt(0)) + en.substring(1);
  }

  String time(@Nullable Instant time) {
    return time == null ? "" : TIME.format(time);
  }

  String clock(@Nullable Instant time) {
    return time == null ? "" : CLOCK.format(time);
  }

  String day(Instant time) {
    return language == Language.CHINESE ? DAY.format(time) : TIME.format(time).substring(0, 10);
  }

  String length(Duration length) {
    return language.of(Lengths.zh(length), Lengths.en(length));
  }

  String minutes(int minutes) {
    return length(Duration.ofMinutes(minutes));
  }

  String measured(@Nullable Duration length) {
    return length == null ? of("未测得", "not measured") : length(length);
  }

  String level(int level) {
    return level == 0 ? of("未达到第 1 级", "below level 1") : of("第 " + level + " 级", "Level " + level);
  }

  String kind(ExerciseRecord record) {
    return record.kind().equals(Exercise.SWITCH_OVER)
        ? of("切换演练", "Switch-over")
        : of("桌面推演", "Rehearsal");
  }

  /** A rehearsal that went well is not called passed: it proves nothing. */
  Cell result(ExerciseRecord record) {
    if (record.state().equals("aborted")) {
      return Cell.of(of("中止，不作为证据", "Aborted; no evidence"), Tone.FAIR);
    }
    if (!record.passed()) {
      return Cell.of(of("未通过，不作为证据", "Not passed; no evidence"), Tone.BAD);
    }
    return record.kind().equals(Exercise.SWITCH_OVER)
        ? Cell.of(of("通过", "Passed"), Tone.GOOD)
        : Cell.of(of("已推演，不作为证据", "Rehearsed; no evidence"), Tone.MUTED);
  }

  Cell outcome(@Nullable String outcome) {
    return switch (outcome == null ? "" : outcome) {
      case "done" -> Cell.of(of("完成", "Done"), Tone.GOOD);
      case "failed" -> Cell.of(of("失败", "Failed"), Tone.BAD);
      case "skipped" -> Cell.of(of("跳过", "Skipped"), Tone.FAIR);
      case "running" -> Cell.of(of("未结束", "Not ended"), Tone.FAIR);
      default -> Cell.of(of("未做", "Not done"), Tone.MUTED);
    };
  }

  String check(Check check) {
    return switch (check) {
      case NONE -> of("由人完成", "done by people");
      case RECOVERABLE -> of("平台检查：可恢复到 RPO 之内", "platform check: recoverable within the RPO");
      case OFFSITE -> of("平台检查：有异地副本", "platform check: a copy elsewhere");
      case DRILLED -> of("平台检查：恢复演练已通过", "platform check: restore drills passed");
      case STANDBY -> of("平台检查：备用节点就绪", "platform check: standby ready");
    };
  }

  /** Minutes of a step: whole ones without a fraction. */
  static String tenths(double minutes) {
    return minutes == Math.rint(minutes) ? (long) minutes + "" : minutes + "";
  }
}
