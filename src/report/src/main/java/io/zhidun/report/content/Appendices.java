package io.zhidun.report.content;

import io.zhidun.report.CategoryRow;
import io.zhidun.report.ItemRow;
import io.zhidun.report.ReportModel;
import io.zhidun.report.document.Block.Cell;
import io.zhidun.report.document.Block.Column;
import io.zhidun.report.document.Block.Row;
import io.zhidun.report.document.Block.Tone;
import io.zhidun.report.document.Outline;
import io.zhidun.rules.compliance.record.Asset;
import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.rules.compliance.record.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Appendices: objects, records by requirement, evidence. */
final class Appendices {

  private final ReportModel model;
  private final Language language;
  private final Words words;

  Appendices(ReportModel model, Language language, Words words) {
    this.model = model;
    this.language = language;
    this.words = words;
  }

  void add(Outline outline) {
    objects(outline);
    records(outline);
    evidence(outline);
  }

  private void objects(Outline outline) {
    outline.appendix(say("对象清单", "Objects"));
    outline.table(
        say("对象清单", "Objects"),
        List.of(
            Column.centred(say("序号", "No."), 7),
            Column.left(say("名称", "Name"), 24),
            Column.left(say("类别", "Kind"), 14),
            Column.left(say("区域", "Zone"), 16),
            Column.left(say("地址", "Addresses"), 19),
            Column.centred(say("重要程度", "Importance"), 10),
            Column.left(say("数据类别", "Data"), 12)),
        objectRows());
  }

  private List<Row> objectRows() {
    List<Row> rows = new ArrayList<>();
    for (Asset asset : model.assessment().system().assets()) {
      rows.add(
          Row.of(
              Cell.of(String.valueOf(rows.size() + 1)),
              Cell.of(asset.name()),
              Cell.of(words.kind(asset.kind())),
              Cell.of(asset.zone()),
              Cell.of(String.join(" ", asset.addresses())),
              Cell.of(words.importance(asset.importance())),
              Cell.of(asset.dataClass())));
    }
    return rows;
  }

  private void records(Outline outline) {
    outline.appendix(say("单项结果记录", "Records by requirement"));
    outline.note(
        say(
            "同一要求下结果、依据和判定者相同的对象并为一行；证据编号见附录 C；未注明版本的规则为封面所列版本。",
            "Objects with the same result, reason and judge share a row; evidence is in Annex C; a"
                + " rule without a version is of the version on the cover."));
    List<Column> columns =
        List.of(
            Column.left(say("对象", "Objects"), 26),
            Column.centred(say("结果", "Result"), 11),
            Column.left(say("依据", "Reason"), 29),
            Column.left(say("证据", "Evidence"), 14),
            Column.left(say("判定者与时间", "Judge and time"), 22));
    for (CategoryRow category : model.categories()) {
      outline.section(language.of(category.name()));
      List<Row> rows = new ArrayList<>();
      category.items().forEach(item -> record(item, rows));
      outline.table(language.of(category.name()) + say("结果记录", ": records"), columns, rows);
    }
  }

  private void record(ItemRow row, List<Row> rows) {
    rows.add(new Row(List.of(new Cell(head(row), Tone.NAME, 5))));
    Map<Verdict, List<io.zhidun.rules.compliance.record.Cell>> verdicts = new LinkedHashMap<>();
    row.cells()
        .forEach(
            cell ->
                verdicts.computeIfAbsent(verdict(cell), verdict -> new ArrayList<>()).add(cell));
    verdicts.forEach((verdict, cells) -> rows.add(verdictRow(verdict, cells)));
    if (verdicts.isEmpty()) {
      rows.add(new Row(List.of(new Cell(say("没有对象记录", "no objects"), Tone.MUTED, 5))));
    }
  }

  private String head(ItemRow row) {
    return row.mark()
        + "  "
        + language.of(row.item().controlPoint())
        + say("　", "  ")
        + language.of(row.result().text())
        + say("（", " (")
        + words.evidenceClass(row.item().evidenceClass())
        + say("）", ")")
        + (row.waived() ? say("　有例外", "  waived") : "");
  }

  private Verdict verdict(io.zhidun.rules.compliance.record.Cell cell) {
    return new Verdict(
        cell.result(),
        language.of(cell.reason()),
        words.judge(cell.judge(), model.assessment().rules()),
        cell.judgedAt());
  }

  private Row verdictRow(Verdict verdict, List<io.zhidun.rules.compliance.record.Cell> cells) {
    List<String> objects = cells.stream().map(cell -> model.objectName(cell.object())).toList();
    List<String> numbers =
        cells.stream()
            .flatMap(cell -> cell.evidence().stream())
            .map(model::evidenceNumber)
            .toList();
    return Row.of(
        Cell.of(String.join(say("、", ", "), objects)),
        Cell.of(words.shortly(verdict.result()), Words.tone(verdict.result())),
        Cell.of(verdict.reason()),
        Cell.of(numbers.isEmpty() ? "—" : String.join(" ", numbers)),
        Cell.of(verdict.judge() + "\n" + words.minute(verdict.at())));
  }

  private void evidence(Outline outline) {
    outline.appendix(say("证据清单", "Evidence"));
    outline.note(
        say(
            "SM3 为证据规范化内容的摘要；过期时间之后证据不再支持任何结果。",
            "SM3 is over the canonical content; evidence supports nothing after its expiry."));
    List<Row> rows = new ArrayList<>();
    model.assessment().evidence().forEach(each -> rows.add(evidenceRow(each)));
    outline.table(
        say("证据清单", "Evidence"),
        List.of(
            Column.centred(say("编号", "No."), 12),
            Column.left(say("检查与采集者", "Check and collector"), 20),
            Column.left(say("对象", "Object"), 18),
            Column.left(say("时段与过期", "Window and expiry"), 21),
            Column.left(say("查询与 SM3", "Query and SM3"), 45)),
        rows);
  }

  private Row evidenceRow(Evidence each) {
    return Row.of(
        Cell.of(model.evidenceNumber(each.id())),
        Cell.of(each.check() + "\n" + each.collector()),
        Cell.of(model.objectName(each.object())),
        Cell.of(
            words.minute(each.from())
                + "\n"
                + words.minute(each.to())
                + "\n"
                + say("过期 ", "expires ")
                + words.minute(each.expiresAt())),
        Cell.of(each.query() + "\n" + each.sm3()));
  }

  private String say(String zh, String en) {
    return language.of(zh, en);
  }

  /** What objects of one row have in common. */
  private record Verdict(Result result, String reason, String judge, Instant at) {}
}
