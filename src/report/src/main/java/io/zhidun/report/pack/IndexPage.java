package io.zhidun.report.pack;

import io.zhidun.report.CategoryRow;
import io.zhidun.report.Counts;
import io.zhidun.report.ItemRow;
import io.zhidun.report.ReportModel;
import io.zhidun.report.Statements;
import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.rules.compliance.record.Texts;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The page that opens the pack offline: no script, nothing loaded, links only to files of the pack.
 */
final class IndexPage {

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="zh-CN"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <style>
      body{font:15px/1.65 "Noto Serif CJK SC","SimSun",serif;color:#1a1d23;max-width:1080px;margin:2.5rem auto;padding:0 1.5rem}
      h1,h2,summary,th{font-family:"Noto Sans CJK SC","SimHei",sans-serif}
      h1{font-size:1.7rem;margin:0}h2{font-size:1.15rem;border-bottom:1px solid #9aa3b2;padding-bottom:.3rem;margin-top:2.2rem}
      .en{color:#5f6673;font-size:.92em}.notice{border:2px solid #1a1d23;padding:.6rem 1rem;margin:1.2rem 0;text-align:center}
      table{border-collapse:collapse;width:100%;margin:.6rem 0;font-size:.92em}
      th,td{border:1px solid #b9c0ca;padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
      th{background:#dde4ed}.n td:not(:first-child),.n th:not(:first-child){text-align:center}
      summary{cursor:pointer;padding:.2rem 0}code{font-size:.88em}.bad{color:#b3261e}
      </style>
      """;

  private final ReportModel model;
  private final List<Manifest.Entry> files;
  private final List<String> altered;
  private final Html html = new Html();

  private IndexPage(ReportModel model, List<Manifest.Entry> files, List<String> altered) {
    this.model = model;
    this.files = files;
    this.altered = altered;
  }

  static byte[] of(ReportModel model, List<Manifest.Entry> files, List<String> altered) {
    IndexPage page = new IndexPage(model, files, altered);
    page.write();
    return page.html.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write() {
    html.raw(HEAD).raw("<title>").text("证据包 " + model.number()).raw("</title></head><body>\n");
    html.element("h1", "网络安全等级保护自查证据包");
    html.raw("<p class=en>Classified protection self-check: evidence pack</p>");
    notice();
    facts();
    numbers();
    requirements();
    list();
    verify();
    html.raw("</body></html>\n");
  }

  private void notice() {
    html.raw("<div class=notice>");
    both(Statements.SELF_CHECK);
    html.raw("</div><p>");
    both(Statements.NO_CERTIFIED_MODULE);
    html.raw("</p>\n");
    if (!altered.isEmpty()) {
      html.raw("<p class=bad>");
      both(
          new Texts(
              "内容与登记摘要不一致的证据：" + String.join(" ", altered),
              "Evidence whose content has not the hash on record"));
      html.raw("</p>\n");
    }
  }

  private void both(Texts texts) {
    html.text(texts.zh()).raw("<br><span class=en>").text(texts.en()).raw("</span>");
  }

  private void facts() {
    heading("概况", "Overview");
    html.raw("<table>");
    html.row("被测单位 / organisation", model.imprint().organisation());
    html.row("系统 / system", model.assessment().system().name());
    html.row("等级 / level", model.assessment().system().notation());
    html.row("备案编号 / filing number", model.assessment().system().filingNumber());
    html.row("报告编号 / report", model.number());
    html.row("报告日期 / date", model.imprint().date().toString());
    html.row("取证时段 / period", model.assessment().from() + " – " + model.assessment().to());
    html.row("目录版本 / catalogue", model.assessment().catalogue());
    html.row("规则版本 / rules", model.assessment().rules());
    Texts value = model.assessment().conclusion().value();
    html.row("结论 / conclusion", value.zh() + " / " + value.en());
    html.row("符合率 / share met", model.score());
    html.row("证据覆盖率 / covered", model.covered());
    html.row("高风险问题 / high-risk problems", model.highRisks().note().zh());
    html.row("重大风险隐患 / major risks", model.majorRisks().note().zh());
    html.raw("</table>\n");
  }

  private void numbers() {
    heading("各安全层面结果统计", "Results by layer");
    html.raw("<table class=n><tr><th>安全层面<br><span class=en>layer</span></th><th>项数</th>");
    for (Result result : Result.values()) {
      html.raw("<th>").text(result.text().zh()).raw("<br><span class=en>");
      html.text(result.text().en()).raw("</span></th>");
    }
    html.raw("<th>符合率</th></tr>\n");
    for (CategoryRow category : model.categories()) {
      numbers(category.name().zh() + " / " + category.name().en(), category.counts());
    }
    numbers("合计 / total", model.totals());
    html.raw("</table>\n");
  }

  private void numbers(String name, Counts counts) {
    html.raw("<tr>").element("td", name).element("td", String.valueOf(counts.total()));
    counts.by().values().forEach(count -> html.element("td", String.valueOf(count)));
    html.element("td", counts.metShare()).raw("</tr>\n");
  }

  private void requirements() {
    heading("单项结果与证据", "Requirements and their evidence");
    for (ItemRow row : model.items()) {
      html.raw("<details><summary>")
          .text(row.mark() + " " + row.item().controlPoint().zh())
          .raw(" — ")
          .text(row.result().text().zh())
          .raw(" <span class=en>")
          .text(row.result().text().en())
          .raw("</span></summary><table>");
      for (Cell cell : row.cells()) {
        cell(cell);
      }
      html.raw("</table></details>\n");
    }
  }

  private void cell(Cell cell) {
    html.raw("<tr>").element("td", model.objectName(cell.object()));
    html.element("td", cell.result().text().zh()).element("td", cell.reason().zh());
    html.element("td", cell.judge().name() + " " + cell.judge().version()).raw("<td>");
    for (String id : cell.evidence()) {
      html.raw("<a href=\"" + EvidenceContent.path(model, id) + "\">")
          .text(model.evidenceNumber(id))
          .raw("</a> ");
    }
    html.raw("</td></tr>\n");
  }

  private void list() {
    heading("文件", "Files");
    html.raw("<table><tr><th>文件 / file</th><th>字节 / bytes</th><th>SM3</th></tr>\n");
    for (Manifest.Entry entry : files) {
      if (!entry.path().startsWith("evidence/")) {
        html.raw("<tr><td><a download href=\"" + entry.path() + "\">").text(entry.path());
        html.raw("</a> ").text(entry.name()).raw("</td>");
        html.element("td", String.valueOf(entry.bytes()));
        html.raw("<td>").element("code", entry.sm3()).raw("</td></tr>\n");
      }
    }
    html.raw("</table>\n<p>");
    both(
        new Texts(
            "附件一律以 .bin 下载，不在浏览器中打开；原名仅作显示。证据摘要见 manifest.json。",
            "Attachments are downloads and never rendered; hashes of evidence: manifest.json."));
    html.raw("</p>\n");
  }

  private void verify() {
    heading("核验", "Verification");
    html.raw("<p><code>./zhidun compliance verify PACK.zip --key PUBLIC.pem</code></p>");
  }

  private void heading(String zh, String en) {
    html.raw("<h2>").text(zh).raw(" <span class=en>").text(en).raw("</span></h2>\n");
  }
}
