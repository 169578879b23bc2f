package io.zhidun.service.continuity;

import io.zhidun.report.document.Block.Bar;
import io.zhidun.report.document.Block.Bars;
import io.zhidun.report.document.Block.Cell;
import io.zhidun.report.document.Block.Column;
import io.zhidun.report.document.Block.Part;
import io.zhidun.report.document.Block.Row;
import io.zhidun.report.document.Block.Tone;
import io.zhidun.report.document.Outline;
import io.zhidun.service.continuity.ExerciseRecord.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chapter of an exercise's report that has the clock of each step. */
final class ExerciseClock {
  private static final int COLUMNS = 9;

  private final ExerciseRecord record;
  private final ExerciseWords words;

  ExerciseClock(ExerciseRecord record, ExerciseWords words) {
    this.record = record;
    this.words = words;
  }

  void add(Outline outline) {
    outline.chapter(words.of("步骤与用时", "Steps and their clock"));
    outline.body(
        words.of(
            "累计为从演练开始到该步骤结束的时间。标 ★ 的步骤完成后业务恢复，最后一个这样的步骤结束时，恢复时间（RTO）的时钟停下。",
            "The elapsed time is from the start of the exercise to the end of the step. After a"
                + " step marked ★ the service is back; the clock of the recovery time (RTO) stops"
                + " at the end of the last of these."));
    outline.table(
        words.of("各步骤计划与实际用时（分钟）", "Each step as planned and as done (minutes)"),
        clocked(),
        clockedRows());
    List<Bar> bars =
        record.steps().stream().filter(one -> one.actualMinutes() != null).map(this::bar).toList();
    if (bars.stream().anyMatch(bar -> bar.sum() > 0)) {
      outline.figure(
          new Bars(
              words.of("各步骤实际用时（分钟，不足 1 分钟按 1 分钟计）", "Minutes that each step took, rounded up"),
              List.of(
                  new Part(words.of("计划之内", "as planned"), "3B6EA8"),
                  new Part(words.of("超出计划", "over the plan"), "C77700")),
              bars));
    }
  }

  private Bar bar(Line one) {
    int actual = (int) Math.ceil(one.actualMinutes() == null ? 0 : one.actualMinutes());
    int within = Math.min(actual, one.plannedMinutes());
    return new Bar(one.position() + "  " + one.title(), List.of(within, actual - within));
  }

  private List<Column> clocked() {
    return List.of(
        Column.centred(words.of("序号", "No."), 3),
        Column.left(words.of("步骤", "Step"), 10),
        Column.left(words.of("责任岗位", "Role"), 6),
        Column.centred(words.of("开始", "From"), 6),
        Column.centred(words.of("结束", "To"), 6),
        Column.centred(words.of("累计", "Elapsed"), 6),
        Column.centred(words.of("计划", "Plan"), 4),
        Column.centred(words.of("实际", "Took"), 4),
        Column.centred(words.of("结果", "Result"), 5));
  }

  private List<Row> clockedRows() {
    List<Row> rows = new ArrayList<>();
    for (Line one : record.steps()) {
      Double took = one.actualMinutes();
      rows.add(
          Row.of(
              Cell.of(one.position() + ""),
              Cell.of(one.service() ? "★ " + one.title() : one.title()),
              Cell.of(one.responsible()),
              Cell.of(words.clock(one.startedAt())),
              Cell.of(words.clock(one.endedAt())),
              Cell.of(running(one.endedAt())),
              Cell.of(one.plannedMinutes() + ""),
              took == null
                  ? Cell.of("")
                  : Cell.of(
                      ExerciseWords.tenths(took),
                      took > one.plannedMinutes() ? Tone.FAIR : Tone.PLAIN),
              words.outcome(one.outcome())));
      String more = more(one);
      if (!more.isEmpty()) {
        rows.add(Row.of(Cell.of(""), new Cell(more, Tone.MUTED, COLUMNS - 1)));
      }
    }
    return rows;
  }

  private String running(@Nullable Instant end) {
    return end == null ? "" : Lengths.clock(Duration.between(record.startedAt(), end));
  }

  /** Who did a step, what they said of it, and what the platform saw. */
  private String more(Line one) {
    List<String> parts = new ArrayList<>();
    if (one.by() != null) {
      parts.add(words.of("执行人：", "By ") + one.by());
    }
    if (one.check() != Check.NONE) {
      parts.add(words.check(one.check()));
    }
    if (one.seen() != null) {
      parts.add(words.of("所见：", "Seen: ") + words.of(one.seen()));
    }
    if (one.note() != null && !one.note().isEmpty()) {
      parts.add(words.of("记录：", "Note: ") + one.note());
    }
    return String.join(words.of("；", "; "), parts);
  }
}
