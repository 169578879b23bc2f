package io.zhidun.service.continuity;

import io.zhidun.report.document.Block.Cell;
import io.zhidun.report.document.Block.Column;
import io.zhidun.report.document.Block.Row;
import io.zhidun.report.document.Block.Tone;
import io.zhidun.report.document.Cover;
import io.zhidun.report.document.Document;
import io.zhidun.report.document.Outline;
import io.zhidun.service.continuity.ExerciseRecord.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The minutes of an exercise as an office files them, in Chinese. */
final class ExerciseDocument {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  private ExerciseDocument() {}

  static Document of(ExerciseRecord record, boolean intact) {
    Instant end = record.endedAt() == null ? record.startedAt() : record.endedAt();
    String result = result(record);
    Cover cover =
        new Cover(
            "编号 " + record.id(),
            "灾难恢复演练记录",
            record.kind().equals(Exercise.SWITCH_OVER) ? "切换演练" : "桌面推演",
            record.system() + "  " + record.plan(),
            List.of(
                new Cover.Fact("演练结论", result),
                new Cover.Fact("预案版本", record.planVersion() + ""),
                new Cover.Fact("开始时间", time(record.startedAt())),
                new Cover.Fact("结束时间", time(record.endedAt()))),
            intact ? "本记录由平台密钥以 SM2 签名，验签通过" : "本记录与签名不符，不得作为证据",
            record.startedBy(),
            time(end).substring(0, 10));
    Outline body = new Outline("附录", "表", "图");
    body.chapter("演练情况").facts(facts(), summary(record, result));
    body.section("场景").body(record.scenario());
    body.section("小结").body(record.words() == null ? "" : record.words());
    body.chapter("步骤与用时").table("各步骤计划与实际用时（分钟）", columns(), steps(record));
    body.chapter("发现的问题");
    if (record.findings().isEmpty()) {
      body.body("无。");
    }
    record.findings().forEach(body::bullet);
    body.chapter("签名").body("记录原文及其 SM2 签名可由平台分别下载，并可离线验签。预案原文的 SM3 为：").note(record.planSm3());
    return new Document(
        cover,
        "zh-CN",
        "灾难恢复演练记录",
        record.id(),
        new Document.PageWords("目  录", "第 %s 页", "第 %s 页 共 %s 页"),
        List.of(),
        body.blocks(),
        end);
  }

  private static String result(ExerciseRecord record) {
    if (record.state().equals("aborted")) {
      return "中止";
    }
    return record.passed() ? "通过" : "未通过";
  }

  private static List<Column> facts() {
    return List.of(Column.left("", 3), Column.left("", 7));
  }

  private static List<Row> summary(ExerciseRecord record, String result) {
    return List.of(
        fact("定级对象", record.system()),
        fact("预案", record.plan() + "（第 " + record.planVersion() + " 版）"),
        fact("发起人", record.startedBy()),
        fact("结束人", record.endedBy() == null ? "" : record.endedBy()),
        fact("恢复用时（RTO）", words(record.rto()) + "，目标不超过 " + words(record.rtoBound())),
        fact("数据损失（RPO）", words(record.rpo()) + "，目标不超过 " + words(record.rpoBound())),
        fact("结论", result));
  }

  private static Row fact(String name, String value) {
    return Row.of(Cell.of(name, Tone.NAME), Cell.of(value));
  }

  private static List<Column> columns() {
    return List.of(
        Column.centred("序号", 2),
        Column.left("步骤", 8),
        Column.left("责任岗位", 4),
        Column.centred("计划", 2),
        Column.centred("实际", 2),
        Column.centred("结果", 3),
        Column.left("执行人", 4),
        Column.left("说明", 7));
  }

  private static List<Row> steps(ExerciseRecord record) {
    List<Row> rows = new ArrayList<>();
    for (Line one : record.steps()) {
      rows.add(
          Row.of(
              Cell.of(one.position() + ""),
              Cell.of(one.title()),
              Cell.of(one.responsible()),
              Cell.of(one.plannedMinutes() + ""),
              Cell.of(one.actualMinutes() == null ? "" : one.actualMinutes() + ""),
              outcome(one),
              Cell.of(one.by() == null ? "" : one.by()),
              Cell.of(one.note() == null ? "" : one.note())));
    }
    return rows;
  }

  private static Cell outcome(Line one) {
    String outcome = one.outcome() == null ? "" : one.outcome();
    return switch (outcome) {
      case "done" -> Cell.of("完成", Tone.GOOD);
      case "failed" -> Cell.of("失败", Tone.BAD);
      case "skipped" -> Cell.of("跳过", Tone.FAIR);
      default -> Cell.of("未做", Tone.MUTED);
    };
  }

  private static String time(@Nullable Instant time) {
    return time == null ? "" : TIME.format(time);
  }

  private static String words(@Nullable Duration duration) {
    if (duration == null) {
      return "未测得";
    }
    return duration.compareTo(Duration.ofMinutes(2)) < 0
        ? duration.toSeconds() + " 秒"
        : duration.toMinutes() + " 分钟";
  }
}
