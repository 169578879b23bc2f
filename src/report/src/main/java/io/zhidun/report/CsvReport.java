package io.zhidun.report;

import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.rules.compliance.record.Finding;
import io.zhidun.rules.compliance.record.Result;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A report as tables: figures, requirements, cells, findings, evidence.
 *
 * <p>RFC 4180 in UTF-8 with a byte-order mark, which spreadsheets need to show Chinese. A value
 * that a spreadsheet would run as a formula is led in by an apostrophe.
 */
public final class CsvReport {

  private static final String FORMULA_LEADS = "=+-@＝＋－＠";

  private CsvReport() {}

  /** Name of each table → its bytes, in order. */
  public static Map<String, byte[]> write(ReportModel model) {
    Map<String, byte[]> tables = new LinkedHashMap<>();
    tables.put("figures", bytes(figures(model)));
    tables.put("requirements", bytes(requirements(model)));
    tables.put("cells", bytes(cells(model)));
    tables.put("findings", bytes(findings(model)));
    tables.put("evidence", bytes(evidence(model)));
    return tables;
  }

  private static List<List<String>> figures(ReportModel model) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("figure", "value"));
    rows.add(List.of("notice", Statements.SELF_CHECK.zh()));
    model.figures().forEach((key, value) -> rows.add(List.of(key, value)));
    return rows;
  }

  private static List<List<String>> requirements(ReportModel model) {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>();
    head.addAll(List.of("item", "clause", "letter", "category", "control_point", "gloss"));
    head.addAll(List.of("result", "result_name", "waived"));
    for (Result result : Result.values()) {
      head.add("objects_" + result.wire().replace('-', '_'));
    }
    rows.add(head);
    for (ItemRow row : model.items()) {
      List<String> values = new ArrayList<>();
      values.addAll(List.of(row.item().id(), row.item().clause(), row.item().letter()));
      values.addAll(List.of(row.item().category().zh(), row.item().controlPoint().zh()));
      values.addAll(List.of(row.item().gloss().zh(), row.result().wire()));
      values.addAll(List.of(row.result().text().zh(), String.valueOf(row.waived())));
      row.objects().by().values().forEach(count -> values.add(String.valueOf(count)));
      rows.add(values);
    }
    return rows;
  }

  private static List<List<String>> cells(ReportModel model) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "item",
            "object",
            "object_name",
            "result",
            "reason",
            "judge",
            "judge_version",
            "judged_at",
            "evidence"));
    for (Cell cell : model.assessment().cells()) {
      rows.add(
          List.of(
              cell.item(),
              cell.object(),
              model.objectName(cell.object()),
              cell.result().wire(),
              cell.reason().zh(),
              cell.judge().name(),
              cell.judge().version(),
              cell.judgedAt().toString(),
              String.join(" ", cell.evidence())));
    }
    return rows;
  }

  private static List<List<String>> findings(ReportModel model) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("code", "kind", "name", "rectified", "items", "objects", "reason"));
    for (Finding finding : model.assessment().findings()) {
      rows.add(
          List.of(
              finding.code(),
              finding.kind() == Finding.Kind.MAJOR_RISK ? "major-risk" : "high-risk",
              finding.name().zh(),
              String.valueOf(finding.rectified()),
              String.join(" ", finding.items()),
              String.join(" ", finding.objects()),
              finding.reason().zh()));
    }
    return rows;
  }

  private static List<List<String>> evidence(ReportModel model) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "number",
            "id",
            "sm3",
            "check",
            "collector",
            "object",
            "from",
            "to",
            "query",
            "collected_at",
            "expires_at"));
    for (Evidence each : model.assessment().evidence()) {
      rows.add(
          List.of(
              model.evidenceNumber(each.id()),
              each.id(),
              each.sm3(),
              each.check(),
              each.collector(),
              each.object(),
              each.from().toString(),
              each.to().toString(),
              each.query(),
              each.collectedAt().toString(),
              each.expiresAt().toString()));
    }
    return rows;
  }

  private static byte[] bytes(List<List<String>> rows) {
    StringBuilder csv = new StringBuilder("\uFEFF");
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        csv.append(i == 0 ? "" : ",").append(field(row.get(i)));
      }
      csv.append("\r\n");
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  static String field(String value) {
    String plain = Plain.of(value);
    String lead = plain.stripLeading();
    String safe =
        !lead.isEmpty() && FORMULA_LEADS.indexOf(lead.charAt(0)) >= 0 ? "'" + plain : plain;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
