package io.zhidun.report.oscal;

import io.zhidun.report.ReportModel;
import io.zhidun.rules.compliance.record.Rectification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rectification plan as a plan of action and milestones. */
final class PlanOfAction {

  private final ReportModel model;
  private final List<Map<String, Object>> risks;
  private final List<Map<String, Object>> items = new ArrayList<>();

  PlanOfAction(ReportModel model) {
    this.model = model;
    this.risks = OscalRisks.of(model);
    model.assessment().rectifications().forEach(step -> items.add(item(step)));
    risks.stream().filter(risk -> "open".equals(risk.get("status"))).forEach(this::open);
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  Map<String, Object> document() {
    Map<String, Object> plan = new LinkedHashMap<>();
    plan.put("uuid", OscalText.uuid("plan", model.assessment().id()));
    plan.put("metadata", OscalMetadata.of(model, "整改计划"));
    plan.put(
        "system-id",
        Map.of(
            "identifier-type",
            "urn:zhidun:system",
            "id",
            OscalText.line(model.assessment().system().id())));
    if (!risks.isEmpty()) {
      plan.put("risks", risks);
    }
    plan.put("poam-items", items);
    return Map.of("plan-of-action-and-milestones", plan);
  }

  private Map<String, Object> item(Rectification step) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("uuid", OscalText.uuid("step", model.assessment().id() + "\n" + step.id()));
    item.put("title", OscalText.markup(step.id() + " " + step.item()));
    item.put("description", OscalText.markup(step.measure()));
    item.put(
        "props",
        List.of(
            OscalText.property("item", step.item()),
            OscalText.property("object", step.object()),
            OscalText.property("owner", step.owner()),
            OscalText.property("due", step.due().toString()),
            OscalText.property("state", step.state())));
    return item;
  }

  private void open(Map<String, Object> risk) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("uuid", OscalText.uuid("open", String.valueOf(risk.get("uuid"))));
    item.put("title", String.valueOf(risk.get("title")));
    item.put("description", String.valueOf(risk.get("statement")));
    item.put("related-risks", List.of(Map.of("risk-uuid", String.valueOf(risk.get("uuid")))));
    items.add(item);
  }
}
