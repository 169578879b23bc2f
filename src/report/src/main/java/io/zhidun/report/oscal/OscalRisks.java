package io.zhidun.report.oscal;

import io.zhidun.report.ReportModel;
import io.zhidun.rules.compliance.record.Finding;
import io.zhidun.rules.compliance.record.Waiver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Problems and exceptions as risks. */
final class OscalRisks {

  private OscalRisks() {}

  static List<Map<String, Object>> of(ReportModel model) {
    List<Map<String, Object>> risks = new ArrayList<>();
    for (Finding finding : model.assessment().findings()) {
      risks.add(risk(model, finding, risks.size()));
    }
    model.assessment().waivers().forEach(waiver -> risks.add(risk(model, waiver)));
    return risks;
  }

  private static Map<String, Object> risk(ReportModel model, Finding finding, int place) {
    Map<String, Object> risk = new LinkedHashMap<>();
    risk.put(
        "uuid", OscalText.uuid("risk", model.assessment().id() + "\n" + place + finding.code()));
    risk.put("title", OscalText.markup(finding.code() + " " + finding.name().zh()));
    risk.put("description", OscalText.markup(finding.name()));
    risk.put("statement", OscalText.markup(finding.reason()));
    risk.put("status", finding.rectified() ? "closed" : "open");
    List<Map<String, Object>> properties = new ArrayList<>();
    properties.add(OscalText.property("code", finding.code()));
    properties.add(
        OscalText.property(
            "kind", finding.kind() == Finding.Kind.MAJOR_RISK ? "major-risk" : "high-risk"));
    finding.items().forEach(item -> properties.add(OscalText.property("item", item)));
    finding.objects().forEach(object -> properties.add(OscalText.property("object", object)));
    risk.put("props", properties);
    return risk;
  }

  private static Map<String, Object> risk(ReportModel model, Waiver waiver) {
    String name = model.assessment().id() + "\n" + waiver.id();
    Map<String, Object> risk = new LinkedHashMap<>();
    risk.put("uuid", OscalText.uuid("waiver", name));
    risk.put("title", OscalText.markup("例外 / Waiver " + waiver.id()));
    risk.put("description", OscalText.markup(waiver.item() + " " + waiver.object()));
    risk.put("statement", OscalText.markup(waiver.reason()));
    risk.put("status", "deviation-approved");
    risk.put(
        "mitigating-factors",
        List.of(
            Map.of(
                "uuid", OscalText.uuid("mitigation", name),
                "description", OscalText.markup(waiver.compensatingMeasure()))));
    risk.put("deadline", waiver.expiresAt().toString());
    risk.put(
        "props",
        List.of(
            OscalText.property("item", waiver.item()),
            OscalText.property("object", waiver.object()),
            OscalText.property("owner", waiver.owner()),
            OscalText.property("approver", waiver.approver())));
    return risk;
  }
}
