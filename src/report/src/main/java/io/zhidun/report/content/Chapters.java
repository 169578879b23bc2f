package io.zhidun.report.content;

import io.zhidun.report.CategoryRow;
import io.zhidun.report.Counts;
import io.zhidun.report.ItemRow;
import io.zhidun.report.ReportModel;
import io.zhidun.report.RiskCounts;
import io.zhidun.report.Statements;
import io.zhidun.report.document.Block.Bar;
import io.zhidun.report.document.Block.Bars;
import io.zhidun.report.document.Block.Cell;
import io.zhidun.report.document.Block.Column;
import io.zhidun.report.document.Block.Part;
import io.zhidun.report.document.Block.Row;
import io.zhidun.report.document.Block.Tone;
import io.zhidun.report.document.Outline;
import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Asset;
import io.zhidun.rules.compliance.record.AssetKind;
import io.zhidun.rules.compliance.record.Conclusion;
import io.zhidun.rules.compliance.record.EvidenceClass;
import io.zhidun.rules.compliance.record.Finding;
import io.zhidun.rules.compliance.record.ProtectedSystem;
import io.zhidun.rules.compliance.record.Rectification;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.rules.compliance.record.Texts;
import io.zhidun.rules.compliance.record.Waiver;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The numbered chapters of the report. */
final class Chapters {

  private final ReportModel model;
  private final Assessment assessment;
  private final Language language;
  private final Words words;

  Chapters(ReportModel model, Language language, Words words) {
    this.model = model;
    this.assessment = model.assessment();
    this.language = language;
    this.words = words;
  }

  void add(Outline outline) {
    object(outline);
    conclusion(outline);
    results(outline);
    risks(outline);
    rectification(outline);
    waivers(outline);
    integrity(outline);
  }

  private void object(Outline outline) {
    ProtectedSystem system = assessment.system();
    outline.chapter(say("自查概述", "Overview"));
    outline.section(say("自查对象", "Object"));
    String critical =
        system.critical()
            ? say("属于关键信息基础设施", "is part of critical information infrastructure")
            : say("未登记为关键信息基础设施", "is not on record as critical infrastructure");
    outline.body(
        say(
            "自查对象为“%s”，安全保护等级为%s（%s），责任部门为%s，%s。扩展要求：%s。"
                .formatted(
                    system.name(),
                    words.level(system.level()),
                    system.notation(),
                    system.owner(),
                    critical,
                    extensions(system)),
            "The object is \"%s\", %s (%s); %s answers for it. It %s. Extensions: %s."
                .formatted(
                    system.name(),
                    words.level(system.level()),
                    system.notation(),
                    system.owner(),
                    critical,
                    extensions(system))));
    outline.table(say("对象构成", "Objects by kind"), kindColumns(), kindRows());
    outline.section(say("依据与版本", "Basis and versions"));
    outline.facts(
        List.of(Column.left("", 28), Column.left("", 72)),
        List.of(
            fact("要求目录", "Catalogue", assessment.catalogue()),
            fact("判定规则", "Rules", assessment.rules()),
            fact("结论模板", "Template", assessment.conclusion().template()),
            fact("计算公式", "Formula", assessment.conclusion().formula()),
            fact("自查完成时间", "Made at", words.minute(assessment.madeAt())),
            fact("时区", "Time zone", model.imprint().zone().getId()),
            fact("自查编号", "Assessment", assessment.id())));
    outline.section(say("方法与结果含义", "Method and meaning of results"));
    outline.body(
        say(
            "每项要求在其适用的每个对象上分别判定，再汇总为该项的结果：全部对象符合为“符合”，部分对象"
                + "不符合为“部分符合”。每个判定记录证据、判定者和时间，可由保存的输入重新得出。",
            "Each requirement is judged on every object it applies to, then over all of them: some"
                + " of them failing makes it partly met. Each verdict names its evidence, judge and"
                + " time and can be repeated from the stored inputs."));
    outline.table(say("判定方式", "Who decides"), classColumns(), classRows());
    outline.bullet(say("不适用：须由人员说明理由并经批准。", "Not applicable: a person says so, with a reason."));
    outline.bullet(say("未测：本次未开展判定。", "Not assessed: nobody looked yet."));
    outline.bullet(
        say("待举证：已取证但没有证据，或者证据已过期。", "No evidence: looked for, none or only stale found."));
  }

  private String extensions(ProtectedSystem system) {
    return system.extensions().isEmpty()
        ? say("无", "none")
        : String.join(say("、", ", "), system.extensions().stream().sorted().toList());
  }

  private List<Column> kindColumns() {
    return List.of(
        Column.left(say("类别", "Kind"), 50),
        Column.centred(say("数量", "Number"), 25),
        Column.centred(say("其中关键", "Key ones"), 25));
  }

  private List<Row> kindRows() {
    Map<AssetKind, List<Asset>> kinds = new EnumMap<>(AssetKind.class);
    assessment
        .system()
        .assets()
        .forEach(asset -> kinds.computeIfAbsent(asset.kind(), k -> new ArrayList<>()).add(asset));
    List<Row> rows = new ArrayList<>();
    kinds.forEach(
        (kind, assets) ->
            rows.add(
                Row.of(
                    Cell.of(words.kind(kind)),
                    number(assets.size()),
                    number((int) assets.stream().filter(a -> a.importance() == 3).count()))));
    rows.add(
        Row.of(
            Cell.of(say("合计", "Total"), Tone.NAME),
            Cell.of(String.valueOf(assessment.system().assets().size()), Tone.NAME),
            Cell.of(
                String.valueOf(
                    assessment.system().assets().stream().filter(a -> a.importance() == 3).count()),
                Tone.NAME)));
    return rows;
  }

  private List<Column> classColumns() {
    return List.of(
        Column.left(say("判定方式", "Way"), 20),
        Column.centred(say("项数", "Number"), 14),
        Column.left(say("含义", "Meaning"), 66));
  }

  private List<Row> classRows() {
    Map<EvidenceClass, Texts> meanings =
        Map.of(
            EvidenceClass.AUTOMATIC,
            new Texts("由遥测或配置判定，人员可以改判", "telemetry or configuration decides"),
            EvidenceClass.ASSISTED,
            new Texts("平台采集佐证，由评估人员判定", "the platform collects, an assessor decides"),
            EvidenceClass.DOCUMENT,
            new Texts("书面文件或现场核查", "attested documents or a look on site"));
    List<Row> rows = new ArrayList<>();
    for (EvidenceClass kind : EvidenceClass.values()) {
      long count = model.items().stream().filter(row -> row.item().evidenceClass() == kind).count();
      rows.add(
          Row.of(
              Cell.of(words.evidenceClass(kind)),
              number((int) count),
              Cell.of(language.of(meanings.getOrDefault(kind, new Texts("", ""))))));
    }
    return rows;
  }

  private void conclusion(Outline outline) {
    Conclusion conclusion = assessment.conclusion();
    outline.chapter(say("自查结论", "Conclusion"));
    outline.section(say("结论", "Conclusion"));
    outline.notice(say("自查结论：", "Conclusion: ") + language.of(conclusion.value()));
    outline.facts(
        List.of(Column.left("", 27), Column.left("", 23), Column.left("", 27), Column.left("", 23)),
        pairs(conclusion));
    outline.note(
        say(
            "符合率为符合项数与适用项数之比；证据覆盖率为结果以有效证据为依据的适用项所占比例，两者分别统计。" + "数量按整改前计，括号内为已整改数量。",
            "The share met is of the applicable requirements. Coverage is counted apart. Risks are"
                + " counted before rectification."));
    outline.section(say("结果统计", "Numbers"));
    outline.table(say("各安全层面结果统计", "Results by layer"), countColumns(), countRows());
    outline.figure(bars());
    if (!conclusion.doubts().isEmpty()) {
      outline.section(say("模板未作规定之处", "Where the template leaves a gap"));
      conclusion.doubts().forEach(doubt -> outline.bullet(language.of(doubt)));
    }
  }

  private List<Row> pairs(Conclusion conclusion) {
    boolean points = conclusion.template().equals("2021");
    List<Row> facts =
        List.of(
            fact("自查结论", "Conclusion", language.of(conclusion.value())),
            fact(points ? "综合得分" : "符合率", points ? "Score" : "Share met", model.score()),
            fact("证据覆盖率", "Covered by fresh evidence", model.covered()),
            fact("适用要求项数", "Applicable", String.valueOf(model.totals().applicable())),
            fact("高风险问题数量", "High-risk problems", language.of(model.highRisks().note())),
            fact("重大风险隐患数量", "Major risks", language.of(model.majorRisks().note())),
            fact("例外项数", "Waivers", count(assessment.waivers())),
            fact("整改措施数", "Measures", count(assessment.rectifications())),
            fact("对象数", "Objects", count(assessment.system().assets())),
            fact("证据数", "Pieces of evidence", count(assessment.evidence())),
            fact("判定记录数", "Verdicts", count(assessment.cells())),
            fact("要求项数", "Requirements", String.valueOf(model.totals().total())));
    List<Row> pairs = new ArrayList<>();
    for (int i = 0; i < facts.size(); i += 2) {
      List<Cell> cells = new ArrayList<>(facts.get(i).cells());
      cells.addAll(facts.get(i + 1).cells());
      pairs.add(new Row(cells));
    }
    return pairs;
  }

  private List<Column> countColumns() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.left(say("安全层面", "Layer"), 24));
    columns.add(Column.centred(say("项数", "All"), 9));
    for (Result result : Result.values()) {
      boolean isWide = result == Result.NOT_ASSESSED || result == Result.NO_EVIDENCE;
      columns.add(Column.centred(words.shortly(result), isWide ? say(11, 14) : say(11, 9)));
    }
    columns.add(Column.centred(say("符合率", "Share"), 13));
    return columns;
  }

  private List<Row> countRows() {
    List<Row> rows = new ArrayList<>();
    for (CategoryRow category : model.categories()) {
      rows.add(countRow(language.of(category.name()), category.counts(), Tone.PLAIN));
    }
    rows.add(countRow(say("合计", "Total"), model.totals(), Tone.NAME));
    return rows;
  }

  private static Row countRow(String name, Counts counts, Tone tone) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(name, tone));
    cells.add(Cell.of(String.valueOf(counts.total()), tone));
    for (Result result : Result.values()) {
      cells.add(Cell.of(String.valueOf(counts.of(result)), tone));
    }
    cells.add(Cell.of(counts.metShare(), tone));
    return new Row(cells);
  }

  private Bars bars() {
    List<Part> legend = new ArrayList<>();
    for (Result result : Result.values()) {
      legend.add(new Part(language.of(result.text()), Words.colour(result)));
    }
    List<Bar> bars = new ArrayList<>();
    for (CategoryRow category : model.categories()) {
      bars.add(new Bar(language.of(category.name()), List.copyOf(category.counts().by().values())));
    }
    return new Bars(say("各安全层面结果构成", "Results by layer"), legend, bars);
  }

  private void results(Outline outline) {
    outline.chapter(say("单项自查结果", "Results by requirement"));
    outline.note(language.of(Statements.NO_STANDARD_WORDING));
    List<Column> columns =
        List.of(
            Column.centred(say("条款", "Clause"), 13),
            Column.left(say("控制点", "Control point"), 18),
            Column.left(say("要求摘要", "Requirement"), 34),
            Column.centred(say("结果", "Result"), 12),
            Column.centred(say("符合/对象", "Met/all"), 13),
            Column.left(say("说明", "Remark"), 13));
    for (CategoryRow category : model.categories()) {
      outline.section(language.of(category.name()));
      outline.table(
          language.of(category.name()) + say("单项结果", ": results"),
          columns,
          category.items().stream().map(this::resultRow).toList());
    }
  }

  private Row resultRow(ItemRow row) {
    return Row.of(
        Cell.of(row.mark()),
        Cell.of(language.of(row.item().controlPoint())),
        Cell.of(language.of(row.item().gloss())),
        Cell.of(words.shortly(row.result()), Words.tone(row.result())),
        Cell.of(row.objects().of(Result.MET) + "/" + row.objects().total()),
        Cell.of(row.waived() ? say("有例外", "waived") : "", Tone.MUTED));
  }

  private void risks(Outline outline) {
    outline.chapter(say("风险分析", "Risks"));
    outline.section(say("重大风险隐患", "Major risks"));
    riskTable(outline, Finding.Kind.MAJOR_RISK, model.majorRisks(), "重大风险隐患", "Major risks");
    outline.section(say("高风险问题", "High-risk problems"));
    riskTable(outline, Finding.Kind.HIGH_RISK, model.highRisks(), "高风险问题", "High-risk problems");
  }

  private void riskTable(
      Outline outline, Finding.Kind kind, RiskCounts counts, String zh, String en) {
    List<Finding> findings = model.findings(kind);
    outline.body(say(zh + "数量：" + counts.note().zh() + "。", en + ": " + counts.note().en() + "."));
    if (findings.isEmpty()) {
      return;
    }
    outline.table(
        say(zh, en),
        List.of(
            Column.centred(say("编号", "Code"), 12),
            Column.left(say("问题", "Problem"), 26),
            Column.left(say("涉及条款与对象", "Requirements and objects"), 28),
            Column.left(say("依据", "Reason"), 24),
            Column.centred(say("状态", "State"), 12)),
        findings.stream().map(this::riskRow).toList());
  }

  private Row riskRow(Finding finding) {
    return Row.of(
        Cell.of(finding.code()),
        Cell.of(language.of(finding.name())),
        Cell.of(
            String.join(say("、", ", "), finding.items())
                + "\n"
                + String.join(
                    say("、", ", "), finding.objects().stream().map(model::objectName).toList())),
        Cell.of(language.of(finding.reason())),
        finding.rectified()
            ? Cell.of(say("已整改", "rectified"), Tone.GOOD)
            : Cell.of(say("未整改", "open"), Tone.BAD));
  }

  private void rectification(Outline outline) {
    outline.chapter(say("整改计划", "Rectification plan"));
    List<Rectification> plan = assessment.rectifications();
    outline.body(
        say("整改措施共 " + plan.size() + " 项。", plan.size() + " measures are planned or done."));
    if (plan.isEmpty()) {
      return;
    }
    outline.table(
        say("整改计划", "Rectification plan"),
        List.of(
            Column.centred(say("编号", "No."), 9),
            Column.left(say("条款", "Requirement"), 17),
            Column.left(say("对象", "Object"), 17),
            Column.left(say("措施", "Measure"), 30),
            Column.centred(say("责任人", "Owner"), 11),
            Column.centred(say("期限", "Due"), 13),
            Column.centred(say("状态", "State"), 11)),
        plan.stream()
            .map(
                step ->
                    Row.of(
                        Cell.of(step.id()),
                        Cell.of(step.item()),
                        Cell.of(model.objectName(step.object())),
                        Cell.of(step.measure()),
                        Cell.of(step.owner()),
                        Cell.of(step.due().toString()),
                        Cell.of(words.state(step.state()))))
            .toList());
  }

  private void waivers(Outline outline) {
    outline.chapter(say("例外", "Waivers"));
    List<Waiver> waivers = assessment.waivers();
    outline.body(
        say(
            "例外共 " + waivers.size() + " 项。例外不改变结果，仅说明责任、补偿措施和到期时间。",
            waivers.size() + " waivers. A waiver never changes a result."));
    if (waivers.isEmpty()) {
      return;
    }
    outline.table(
        say("例外", "Waivers"),
        List.of(
            Column.centred(say("编号", "No."), 8),
            Column.left(say("条款", "Requirement"), 16),
            Column.left(say("对象", "Object"), 12),
            Column.left(say("理由", "Reason"), 22),
            Column.left(say("补偿措施", "Compensating measure"), 22),
            Column.centred(say("申请/批准", "Owner/approver"), 15),
            Column.centred(say("到期", "Expires"), 13)),
        waivers.stream()
            .map(
                waiver ->
                    Row.of(
                        Cell.of(waiver.id()),
                        Cell.of(waiver.item()),
                        Cell.of(
                            waiver.object().equals("*")
                                ? say("全部", "all")
                                : model.objectName(waiver.object())),
                        Cell.of(waiver.reason()),
                        Cell.of(waiver.compensatingMeasure()),
                        Cell.of(waiver.owner() + "\n" + waiver.approver()),
                        Cell.of(words.minute(waiver.expiresAt()))))
            .toList());
  }

  private void integrity(Outline outline) {
    outline.chapter(say("证据完整性与密码说明", "Integrity of evidence, and cryptography"));
    outline.body(
        say(
            "本次自查引用证据 "
                + assessment.evidence().size()
                + " 份，每份以规范化 JSON 保存并计算 SM3 "
                + "摘要，列于附录 C。证据包内附全部证据和各文件摘要，可离线核验，核验时指出首个被改动的文件。",
            "This check rests on "
                + assessment.evidence().size()
                + " pieces of evidence, each kept"
                + " as canonical JSON with its SM3 hash, listed in Annex C. The evidence pack can be"
                + " verified offline."));
    outline.body(language.of(Statements.NO_CERTIFIED_MODULE));
  }

  private Row fact(String zh, String en, String value) {
    return Row.of(Cell.of(say(zh, en), Tone.NAME), Cell.of(value));
  }

  private static String count(List<?> things) {
    return String.valueOf(things.size());
  }

  private static Cell number(int number) {
    return Cell.of(String.valueOf(number));
  }

  private int say(int zh, int en) {
    return language == Language.CHINESE ? zh : en;
  }

  private String say(String zh, String en) {
    return language.of(zh, en);
  }
}
