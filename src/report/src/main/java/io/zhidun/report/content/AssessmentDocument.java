package io.zhidun.report.content;

import io.zhidun.report.Imprint;
import io.zhidun.report.ReportModel;
import io.zhidun.report.Statements;
import io.zhidun.report.document.Block;
import io.zhidun.report.document.Block.Cell;
import io.zhidun.report.document.Block.Column;
import io.zhidun.report.document.Block.Row;
import io.zhidun.report.document.Block.Tone;
import io.zhidun.report.document.Cover;
import io.zhidun.report.document.Cover.Fact;
import io.zhidun.report.document.Document;
import io.zhidun.report.document.Outline;
import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.ProtectedSystem;
import java.time.LocalDate;
import java.util.List;

/**
 * The report of a self-assessment, in the order of parts that reports of classified protection
 * have: statement, object, conclusion, results by layer, risks, rectification, appendices.
 */
public final class AssessmentDocument {

  private final ReportModel model;
  private final Language language;
  private final Words words;

  private AssessmentDocument(ReportModel model, Language language) {
    this.model = model;
    this.language = language;
    this.words = new Words(language, model.imprint().zone());
  }

  public static Document of(ReportModel model, Language language) {
    return new AssessmentDocument(model, language).document();
  }

  private Document document() {
    String title = language.of("网络安全等级保护自查报告", "Classified Protection Self-Check Report");
    Outline outline =
        new Outline(
            language.of("附录 ", "Annex "), language.of("表", "Table"), language.of("图", "Figure"));
    new Chapters(model, language, words).add(outline);
    new Appendices(model, language, words).add(outline);
    return new Document(
        cover(title),
        language.tag(),
        title + " · " + model.assessment().system().name(),
        language.of(Statements.SELF_CHECK),
        new Document.PageWords(
            language.of("目　　录", "Contents"),
            language.of("第 %s 页", "Page %s"),
            language.of("第 %d 页　共 %d 页", "Page %d of %d")),
        front(),
        outline.blocks(),
        model.assessment().madeAt());
  }

  private Cover cover(String title) {
    Assessment assessment = model.assessment();
    ProtectedSystem system = assessment.system();
    LocalDate validUntil = system.filingValidUntil();
    String none = language.of("未备案", "none yet");
    List<Fact> facts =
        List.of(
            fact("被测单位", "Organisation", model.imprint().organisation()),
            fact("系统名称", "System", system.name()),
            fact(
                "安全保护等级",
                "Level",
                words.level(system.level())
                    + language.of("（", " (")
                    + system.notation()
                    + language.of("）", ")")),
            fact(
                "备案编号",
                "Filing number",
                system.filingNumber().isEmpty() ? none : system.filingNumber()),
            fact(
                "备案有效期至",
                "Filing valid until",
                validUntil == null ? language.of("未登记", "not on record") : words.date(validUntil)),
            fact(
                "取证时段",
                "Period of evidence",
                words.minute(assessment.from())
                    + language.of(" 至 ", " to ")
                    + words.minute(assessment.to())),
            fact("要求目录版本", "Catalogue", assessment.catalogue()),
            fact("判定规则版本", "Rules", assessment.rules()));
    return new Cover(
        language.of("报告编号：", "Report ") + model.number(),
        title,
        language.of("Classified Protection Self-Check Report", "GB/T 22239 · " + system.notation()),
        system.name(),
        facts,
        language == Language.CHINESE
            ? Statements.SELF_CHECK.zh() + "\n" + Statements.SELF_CHECK.en()
            : Statements.SELF_CHECK.en() + "\n" + Statements.SELF_CHECK.zh(),
        model.imprint().organisation(),
        words.date(model.imprint().date()));
  }

  private Fact fact(String zh, String en, String value) {
    return new Fact(language.of(zh, en), value);
  }

  private List<Block> front() {
    Outline front = new Outline("", "", "");
    front.add(new Block.Heading(1, "", language.of("声　　明", "Statement"), "statement"));
    front.notice(language.of(Statements.SELF_CHECK));
    front.body(
        language.of(
            "本报告是被测单位依据网络安全等级保护要求对本系统开展自查的结果，用于内部整改、监督检查准备"
                + "和等级测评前的准备，不具有等级测评报告的效力，不能替代测评机构出具的等级测评报告。",
            "This report is the result of the organisation's own check of its system. It serves"
                + " rectification and preparation; it has not the effect of a report by an"
                + " assessment body and does not replace one."));
    front.body(
        language.of(
            "本报告的结果仅对封面所列取证时段内采集的证据和登记的对象有效。证据过期、缺失或者未采集的，" + "记为“待举证”或“未测”，不计为符合。",
            "The results hold for the evidence of the period on the cover and for the objects on"
                + " record. Stale, missing or uncollected evidence counts as no evidence or not"
                + " assessed, never as met."));
    front.body(language.of(Statements.NO_CERTIFIED_MODULE));
    front.body(language.of(Statements.NO_STANDARD_WORDING));
    front.body(
        language.of(
            "同一次自查的 DOCX、PDF、JSON、CSV 和 OSCAL 各形式取自同一组计数。各形式不一致时，" + "以附有签名的证据包为准。",
            "All forms of this report take their numbers from the same count. Should forms differ,"
                + " the signed evidence pack prevails."));
    front.facts(List.of(Column.centred("", 25), Column.left("", 45), Column.left("", 30)), signs());
    return front.blocks();
  }

  private List<Row> signs() {
    Imprint imprint = model.imprint();
    String date = language.of("日期：", "Date:");
    return List.of(
        sign(language.of("编制人", "Prepared by"), imprint.preparedBy(), date),
        sign(language.of("审阅人", "Reviewed by"), imprint.reviewedBy(), date),
        sign(language.of("批准人", "Approved by"), imprint.approvedBy(), date));
  }

  private static Row sign(String role, String person, String date) {
    return Row.of(Cell.of("\n" + role + "\n ", Tone.NAME), Cell.of(person), Cell.of(date));
  }
}
