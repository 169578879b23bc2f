package io.zhidun.report;

import io.zhidun.rules.compliance.assess.AssessmentJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A report as JSON: its figures first, then the whole assessment that they were counted from. */
public final class JsonReport {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String FORMAT = "zhidun-compliance-report/1";

  private JsonReport() {}

  /** One JSON object in UTF-8. */
  public static byte[] write(ReportModel model) {
    ObjectNode report = MAPPER.createObjectNode();
    report.put("format", FORMAT);
    report.set("notice", MAPPER.valueToTree(Statements.SELF_CHECK));
    report.set("cryptography", MAPPER.valueToTree(Statements.NO_CERTIFIED_MODULE));
    report.put("number", model.number());
    report.put("organisation", model.imprint().organisation());
    report.put("date", model.imprint().date().toString());
    ObjectNode figures = report.putObject("figures");
    model.figures().forEach(figures::put);
    report.set("categories", MAPPER.valueToTree(categories(model)));
    report.set("assessment", MAPPER.readTree(AssessmentJson.write(model.assessment())));
    return MAPPER.writeValueAsBytes(report);
  }

  private static List<Map<String, Object>> categories(ReportModel model) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (CategoryRow category : model.categories()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("key", category.key());
      row.put("name", category.name());
      row.put("total", category.counts().total());
      Map<String, Integer> results = new LinkedHashMap<>();
      category.counts().by().forEach((result, count) -> results.put(result.wire(), count));
      row.put("results", results);
      row.put("metShare", category.counts().metShare());
      rows.add(row);
    }
    return rows;
  }
}
