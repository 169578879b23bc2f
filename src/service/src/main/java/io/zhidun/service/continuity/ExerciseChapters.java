package io.zhidun.service.continuity;

import io.zhidun.events.BilingualText;
import io.zhidun.report.document.Block.Cell;
import io.zhidun.report.document.Block.Column;
import io.zhidun.report.document.Block.Row;
import io.zhidun.report.document.Block.Tone;
import io.zhidun.report.document.Outline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chapters of an exercise's report. */
final class ExerciseChapters {
  private final ExerciseRecord record;
  private final ExerciseFile file;
  private final Plan plan;
  private final ExerciseWords words;

  ExerciseChapters(ExerciseFile file, ExerciseWords words) {
    this.file = file;
    this.record = file.record();
    this.plan = file.plan().plan();
    this.words = words;
  }

  void add(Outline outline) {
    summary(outline);
    plan(outline);
    new ExerciseClock(record, words).add(outline);
    level(outline);
    seal(outline);
  }

  private void summary(Outline outline) {
    outline.chapter(words.of("演练概况", "Summary"));
    outline.facts(
        facts(),
        List.of(
            fact("定级对象", "System", file.systemName() + " (" + record.system() + ")"),
            fact("演练方式", "Kind", words.kind(record)),
            fact("开始", "Started", words.time(record.startedAt()) + " · " + record.startedBy()),
            fact("结束", "Ended", words.time(record.endedAt()) + " · " + or(record.endedBy())),
            fact(
                "全程用时",
                "Took",
                record.endedAt() == null
                    ? ""
                    : Lengths.clock(Duration.between(record.startedAt(), record.endedAt()))),
            judged("恢复用时（RTO）", "Recovery time (RTO)", record.rto(), record.rtoBound()),
            judged("数据丢失（RPO）", "Work lost (RPO)", record.rpo(), record.rpoBound()),
            Row.of(Cell.of(words.of("结论", "Result"), Tone.NAME), words.result(record))));
    outline.section(words.of("场景", "Scenario")).body(record.scenario());
    boolean aborted = record.state().equals("aborted");
    outline
        .section(aborted ? words.of("中止原因", "Why it was aborted") : words.of("小结", "In short"))
        .body(or(record.words()));
    List<BilingualText> faults = record.faults() == null ? List.of() : record.faults();
    if (!faults.isEmpty()) {
      outline.section(words.of("未通过的原因", "Why it did not pass"));
      faults.forEach(fault -> outline.bullet(words.of(fault)));
    }
    outline.section(words.of("发现的问题", "Findings"));
    if (record.findings().isEmpty()) {
      outline.body(words.of("演练人员没有记录问题。", "Those who conducted it recorded none."));
    }
    record.findings().forEach(outline::bullet);
  }

  private Row judged(String zh, String en, @Nullable Duration value, Duration bound) {
    boolean good = value != null && value.compareTo(bound) <= 0;
    String text =
        words.measured(value)
            + words.of("，目标不超过 ", ", the aim is ")
            + words.length(bound)
            + (good ? words.of("，达到", "; met") : words.of("，未达到", "; not met"));
    return Row.of(Cell.of(words.of(zh, en), Tone.NAME), Cell.of(text, good ? Tone.GOOD : Tone.BAD));
  }

  private void plan(Outline outline) {
    outline.chapter(words.of("灾难恢复预案", "The plan"));
    outline.facts(
        facts(),
        List.of(
            fact("预案名称", "Title", plan.title()),
            fact("版本", "Version", version()),
            fact("目标等级", "Level aimed at", "GB/T 20988 " + words.level(plan.level())),
            fact("恢复时间目标（RTO）", "Recovery time (RTO)", words.minutes(plan.rtoMinutes())),
            fact("恢复点目标（RPO）", "Recovery point (RPO)", words.minutes(plan.rpoMinutes())),
            fact(
                "演练周期",
                "Exercised",
                words.of(
                    "每 " + plan.exerciseEveryDays() + " 天",
                    "every " + plan.exerciseEveryDays() + " days"))));
    outline.section(words.of("岗位与人员", "Roles and people"));
    if (plan.roles().isEmpty()) {
      outline.body(words.of("预案没有写明岗位。", "The plan names no roles."));
    } else {
      outline.table(
          words.of("岗位与人员", "Roles and people"),
          List.of(
              Column.left(words.of("岗位", "Role"), 3),
              Column.left(words.of("姓名或职务", "Name or post"), 3),
              Column.left(words.of("联系方式", "Contact"), 4)),
          plan.roles().stream()
              .map(one -> Row.of(Cell.of(one.role()), Cell.of(one.name()), Cell.of(one.contact())))
              .toList());
    }
    outline.section(words.of("切换步骤", "The steps"));
    outline.table(
        words.of("预案的切换步骤", "Steps of the switch-over as planned"),
        planned(),
        planned(plan.steps()));
    outline.section(words.of("回退步骤", "The way back"));
    if (plan.rollback().isEmpty()) {
      outline.body(words.of("预案没有写明回退步骤。", "The plan names no way back."));
    } else {
      outline.table(
          words.of("切换失败时的回退步骤", "Steps back where the switch-over fails"),
          planned(),
          planned(plan.rollback()));
    }
  }

  private String version() {
    PlanVersion version = file.plan();
    return words.of("第 ", "")
        + version.version()
        + words.of(" 版，", ", ")
        + version.by()
        + words.of(" 于 ", ", ")
        + words.time(version.madeAt());
  }

  private List<Column> planned() {
    return List.of(
        Column.centred(words.of("序号", "No."), 2),
        Column.left(words.of("步骤", "Step"), 12),
        Column.left(words.of("责任岗位", "Role"), 4),
        Column.centred(words.of("计划", "Planned"), 3));
  }

  private List<Row> planned(List<Plan.Step> steps) {
    List<Row> rows = new ArrayList<>();
    for (Plan.Step step : steps) {
      String text = step.detail().isEmpty() ? step.title() : step.title() + "\n" + step.detail();
      rows.add(
          Row.of(
              Cell.of(rows.size() + 1 + ""),
              Cell.of(text),
              Cell.of(step.responsible()),
              Cell.of(words.minutes(step.minutes()))));
    }
    return rows;
  }

  private void level(Outline outline) {
    outline.chapter(words.of("达到的灾难恢复等级", "The level that is reached"));
    ReachedLevel level = record.reached();
    if (level == null) {
      outline.body(
          words.of(
              "演练结束时无法判定：备份没有回答。",
              "It could not be judged when the exercise ended: the backups did not answer."));
      outline.body(or(record.away()));
      return;
    }
    boolean met = level.level() >= plan.level();
    outline.body(
        words.of(
            "演练结束时达到 GB/T 20988 "
                + words.level(level.level())
                + "，预案目标为"
                + words.level(plan.level())
                + (met ? "，达到目标。" : "，未达到目标。")
                + "等级取七个要素中最弱的一个；按图表版本 "
                + level.figures()
                + " 判定。",
            "When the exercise ended "
                + (level.level() == 0 ? "no level" : "level " + level.level())
                + " of GB/T 20988 was reached; the plan aims at level "
                + plan.level()
                + (met ? ", which is met. " : ", which is not met. ")
                + "The weakest of seven elements decides, by version "
                + level.figures()
                + " of the figures."));
    outline.table(
        words.of("七个要素及不能更高的原因", "The seven elements, and why they are not higher"),
        List.of(
            Column.left(words.of("要素", "Element"), 5),
            Column.centred(words.of("达到", "Reached"), 3),
            Column.centred(words.of("依据", "Basis"), 3),
            Column.left(words.of("到下一级还缺", "Missing for the next level"), 10)),
        level.elements().stream().map(one -> element(one, level.level())).toList());
    outline.note(
        words.of(
            "依据为“声明”的要素，平台看不到，以预案所写为准。",
            "Of elements that are declared nobody can see anything from here: the plan's word"
                + " counts."));
  }

  private Row element(ReachedLevel.Element one, int weakest) {
    String missing = String.join("\n", one.missing().stream().map(words::of).toList());
    return Row.of(
        Cell.of(words.of(one.name())),
        Cell.of(
            words.level(one.level()),
            one.level() == weakest && one.level() < plan.level() ? Tone.BAD : Tone.PLAIN),
        Cell.of(one.declared() ? words.of("声明", "declared") : words.of("所见", "seen")),
        Cell.of(missing.isEmpty() ? words.of("无", "nothing") : missing));
  }

  private void seal(Outline outline) {
    outline.chapter(words.of("签名与核验", "Signature"));
    outline.facts(
        facts(),
        List.of(
            fact(
                "验签",
                "Verified",
                file.intact() ? words.of("通过", "holds") : words.of("不符", "does not hold")),
            fact("算法", "Algorithm", "SM3withSM2"),
            fact("签名时间", "Signed at", words.time(file.signature().signedAt())),
            fact("密钥编号", "Key", file.signature().keyId()),
            fact("记录原文 SM3", "SM3 of the minutes", halves(file.recordSm3())),
            fact("预案原文 SM3", "SM3 of the plan", halves(record.planSm3()))));
    if (!record.planSm3().equals(file.plan().sm3())) {
      outline.notice(
          words.of("现存预案与演练时签名的预案不一致。", "The plan on record is not the one that was exercised."));
    }
    outline.body(
        words.of(
            "记录原文（JSON）和签名文件可由平台分别下载，离线验签。本报告由记录原文排印；二者不一致时，以签名的记录原文为准。",
            "The minutes (JSON) and the signature can be downloaded and verified offline. This"
                + " report is printed from the minutes; where they differ, the signed minutes"
                + " prevail."));
  }

  private static List<Column> facts() {
    return List.of(Column.left("", 3), Column.left("", 8));
  }

  private Row fact(String zh, String en, String value) {
    return Row.of(Cell.of(words.of(zh, en), Tone.NAME), Cell.of(value));
  }

  /** Two lines of equal length are easier to compare than one and a rest. */
  private static String halves(String hex) {
    int half = hex.length() / 2;
    return hex.substring(0, half) + "\n" + hex.substring(half);
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }
}
