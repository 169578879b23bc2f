package io.zhidun.service.continuity;

import io.zhidun.report.content.Language;
import io.zhidun.report.document.Block;
import io.zhidun.report.document.Block.Cell;
import io.zhidun.report.document.Block.Column;
import io.zhidun.report.document.Block.Heading;
import io.zhidun.report.document.Block.Row;
import io.zhidun.report.document.Block.Tone;
import io.zhidun.report.document.Cover;
import io.zhidun.report.document.Document;
import io.zhidun.report.document.Outline;
import java.time.Instant;
import java.util.List;

/**
 * The report of an exercise as an office files it: cover, statement with room for signatures, what
 * it came to, the plan, the clock of each step, the level with its reasons, and the seal.
 */
final class ExerciseDocument {
  private final ExerciseFile file;
  private final ExerciseRecord record;
  private final Language language;
  private final ExerciseWords words;

  private ExerciseDocument(ExerciseFile file, Language language) {
    this.file = file;
    this.record = file.record();
    this.language = language;
    this.words = new ExerciseWords(language);
  }

  static Document of(ExerciseFile file, Language language) {
    return new ExerciseDocument(file, language).document();
  }

  private Document document() {
    String title = words.of("灾难恢复演练报告", "Disaster Recovery Exercise Report");
    Outline outline =
        new Outline(words.of("附录 ", "Annex "), words.of("表", "Table"), words.of("图", "Figure"));
    new ExerciseChapters(file, words).add(outline);
    return new Document(
        cover(title),
        language.tag(),
        title + " · " + file.systemName(),
        words.of("记录编号 ", "Record ") + record.id(),
        new Document.PageWords(
            words.of("目　　录", "Contents"),
            words.of("第 %s 页", "Page %s"),
            words.of("第 %s 页　共 %s 页", "Page %s of %s")),
        front(),
        outline.blocks(),
        ended());
  }

  private Instant ended() {
    return record.endedAt() == null ? record.startedAt() : record.endedAt();
  }

  private Cover cover(String title) {
    return new Cover(
        words.of("记录编号：", "Record ") + record.id(),
        title,
        words.of(words.kind(record), words.kind(record) + " · GB/T 20988"),
        file.systemName(),
        List.of(
            fact(
                "预案",
                "Plan",
                record.plan()
                    + words.of("（第 ", " (version ")
                    + record.planVersion()
                    + words.of(" 版）", ")")),
            fact("目标等级", "Aimed at", "GB/T 20988 " + words.level(file.plan().plan().level())),
            fact("达到等级", "Reached", reached()),
            fact(
                "恢复用时",
                "Recovery",
                against(words.measured(record.rto()), words.length(record.rtoBound()))),
            fact(
                "数据丢失",
                "Work lost",
                against(words.measured(record.rpo()), words.length(record.rpoBound()))),
            fact(
                "演练时间",
                "Time",
                words.time(record.startedAt()) + words.of(" 至 ", " to ") + words.clock(ended())),
            fact("结论", "Result", words.result(record).text())),
        seal(),
        file.owner(),
        words.day(ended()));
  }

  private String against(String measured, String bound) {
    return measured + words.of("（目标不超过 ", " (aim ") + bound + words.of("）", ")");
  }

  private String reached() {
    ReachedLevel level = record.reached();
    return level == null ? words.of("无法判定", "cannot be judged") : words.level(level.level());
  }

  private String seal() {
    return file.intact()
        ? words.of(
            "演练记录由平台密钥以 SM2 签名，验签通过。",
            "The minutes are signed with the platform's SM2 key; the signature holds.")
        : words.of(
            "演练记录与签名不符，不得作为证据。", "The minutes are not what was signed; they are no evidence.");
  }

  private Cover.Fact fact(String zh, String en, String value) {
    return new Cover.Fact(words.of(zh, en), value);
  }

  private List<Block> front() {
    Outline front = new Outline("", "", "");
    front.add(new Heading(1, "", words.of("声　　明", "Statement"), "statement"));
    front.notice(seal());
    front.body(
        words.of(
            "本报告由平台在演练过程中逐步记录的数据生成。各步骤的开始、结束时间取自平台时钟；标明由平台检查的步骤，结果由平台所见决定，人员不能更改。",
            "This report is made from what the platform recorded step by step. The times of each"
                + " step are those of the platform's clock; of steps that the platform checks, what"
                + " it saw decides, and nobody could say otherwise."));
    front.body(
        words.of(
            "数据丢失量由演练人员比较得出并填报。达到的灾难恢复等级按平台所用图表（版本见第 4 章）判定，图表未经标准发布机构确认，等级以主管部门认定为准。",
            "How much work was lost was found by comparing, and entered by those who conducted the"
                + " exercise. The level is judged by the platform's figures (version in chapter 4),"
                + " which are not confirmed by who issues the standard; the competent authority"
                + " decides."));
    front.body(words.of("本报告中的时间均为北京时间（UTC+8）。", "All times are those of Beijing (UTC+8)."));
    front.facts(
        List.of(Column.centred("", 24), Column.left("", 46), Column.left("", 30)),
        List.of(
            sign(words.of("演练组织人", "Conducted by"), record.startedBy()),
            sign(words.of("记录人", "Recorded by"), record.endedBy() == null ? "" : record.endedBy()),
            sign(words.of("审核人", "Reviewed by"), ""),
            sign(words.of("批准人", "Approved by"), "")));
    return front.blocks();
  }

  private Row sign(String role, String account) {
    String known = account.isEmpty() ? "" : words.of("账号：", "Account: ") + account;
    return Row.of(
        Cell.of("\n" + role + "\n ", Tone.NAME),
        Cell.of(known + "\n" + words.of("签字：", "Signature:")),
        Cell.of(words.of("日期：", "Date:")));
  }
}
