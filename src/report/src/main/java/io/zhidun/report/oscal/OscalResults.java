package io.zhidun.report.oscal;

import io.zhidun.report.ItemRow;
import io.zhidun.report.ReportModel;
import io.zhidun.report.Statements;
import io.zhidun.report.pack.EvidenceContent;
import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Asset;
import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.rules.compliance.record.Judge;
import io.zhidun.rules.compliance.record.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An assessment as assessment results: a finding for each requirement, an observation for each
 * verdict on an object, with the hashes of its evidence.
 */
final class OscalResults {

  private final ReportModel model;
  private final Assessment assessment;
  private final Map<String, Evidence> evidence = new HashMap<>();

  private OscalResults(ReportModel model) {
    this.model = model;
    this.assessment = model.assessment();
    assessment.evidence().forEach(each -> evidence.put(each.id(), each));
  }

  static Map<String, Object> document(ReportModel model) {
    OscalResults results = new OscalResults(model);
    String plan = OscalText.uuid("assessment-plan", model.assessment().id());
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("uuid", OscalText.uuid("results", model.assessment().id()));
    document.put("metadata", OscalMetadata.of(model, "网络安全等级保护自查结果"));
    document.put("import-ap", Map.of("href", "#" + plan));
    document.put("results", List.of(results.result()));
    document.put(
        "back-matter",
        Map.of(
            "resources",
            List.of(
                Map.of(
                    "uuid",
                    plan,
                    "title",
                    "自查安排 / plan of the self-check",
                    "description",
                    "The self-check has no OSCAL assessment plan of its own: what it looked at"
                        + " stands in the results."))));
    return Map.of("assessment-results", document);
  }

  private Map<String, Object> result() {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("uuid", OscalText.uuid("result", assessment.id()));
    result.put("title", OscalText.markup(assessment.system().name()));
    result.put("description", OscalText.markup(Statements.SELF_CHECK));
    result.put("start", assessment.from().toString());
    result.put("end", assessment.to().toString());
    List<Map<String, Object>> figures = new ArrayList<>();
    model.figures().forEach((key, value) -> figures.add(OscalText.property(key, value)));
    result.put("props", figures);
    result.put("local-definitions", Map.of("inventory-items", inventory()));
    result.put(
        "reviewed-controls",
        Map.of("control-selections", List.of(Map.of("include-controls", controls()))));
    putUnlessEmpty(result, "observations", assessment.cells().stream().map(this::seen).toList());
    putUnlessEmpty(result, "risks", OscalRisks.of(model));
    putUnlessEmpty(result, "findings", model.items().stream().map(this::finding).toList());
    return result;
  }

  /** OSCAL allows no empty list. */
  private static void putUnlessEmpty(
      Map<String, Object> into, String name, List<Map<String, Object>> list) {
    if (!list.isEmpty()) {
      into.put(name, list);
    }
  }

  private List<Map<String, Object>> inventory() {
    List<Map<String, Object>> inventory = new ArrayList<>();
    inventory.add(object(assessment.system().id(), assessment.system().name(), "SYSTEM"));
    for (Asset asset : assessment.system().assets()) {
      inventory.add(object(asset.id(), asset.name(), asset.kind().name()));
    }
    return inventory;
  }

  private Map<String, Object> object(String id, String name, String kind) {
    return Map.of(
        "uuid", subject(id),
        "description", OscalText.markup(name),
        "props", List.of(OscalText.property("id", id), OscalText.property("kind", kind)));
  }

  private String subject(String object) {
    return OscalText.uuid("object", assessment.system().id() + "\n" + object);
  }

  private List<Map<String, Object>> controls() {
    return model.items().stream()
        .map(row -> Map.<String, Object>of("control-id", OscalText.token(row.item().id())))
        .toList();
  }

  private static String observation(Cell cell) {
    return OscalText.uuid(
        "observation", cell.item() + "\n" + cell.object() + "\n" + cell.judgedAt());
  }

  private Map<String, Object> seen(Cell cell) {
    Map<String, Object> seen = new LinkedHashMap<>();
    seen.put("uuid", observation(cell));
    seen.put("title", OscalText.markup(cell.item() + " " + model.objectName(cell.object())));
    seen.put("description", OscalText.markup(cell.reason()));
    seen.put("methods", List.of(cell.judge().kind() == Judge.Kind.RULE ? "TEST" : "EXAMINE"));
    seen.put(
        "props",
        List.of(
            OscalText.property("result", cell.result().wire()),
            OscalText.property("judge", cell.judge().name()),
            OscalText.property("judge-version", cell.judge().version())));
    seen.put(
        "subjects",
        List.of(Map.of("subject-uuid", subject(cell.object()), "type", "inventory-item")));
    putUnlessEmpty(seen, "relevant-evidence", cell.evidence().stream().map(this::proof).toList());
    seen.put("collected", cell.judgedAt().toString());
    return seen;
  }

  private Map<String, Object> proof(String id) {
    Evidence each = evidence.get(id);
    if (each == null) {
      return Map.of("description", OscalText.markup(id));
    }
    return Map.of(
        "href", "../" + EvidenceContent.path(model, each.id()),
        "description", OscalText.markup(each.check() + ": " + each.query()),
        "props",
            List.of(
                OscalText.property("id", each.id()),
                OscalText.property("sm3", each.sm3()),
                OscalText.property("collector", each.collector()),
                OscalText.property("collected", each.collectedAt().toString()),
                OscalText.property("from", each.from().toString()),
                OscalText.property("to", each.to().toString()),
                OscalText.property("expires", each.expiresAt().toString())));
  }

  private Map<String, Object> finding(ItemRow row) {
    Map<String, Object> finding = new LinkedHashMap<>();
    finding.put("uuid", OscalText.uuid("finding", assessment.id() + "\n" + row.item().id()));
    finding.put("title", OscalText.markup(row.mark() + " " + row.item().controlPoint().zh()));
    finding.put("description", OscalText.markup(row.item().gloss()));
    List<Map<String, Object>> properties = new ArrayList<>();
    properties.add(OscalText.property("result", row.result().wire()));
    properties.add(OscalText.property("waived", String.valueOf(row.waived())));
    row.objects()
        .by()
        .forEach(
            (result, count) ->
                properties.add(
                    OscalText.property("objects." + result.wire(), String.valueOf(count))));
    finding.put("props", properties);
    finding.put("target", target(row));
    putUnlessEmpty(
        finding,
        "related-observations",
        row.cells().stream()
            .map(cell -> Map.<String, Object>of("observation-uuid", observation(cell)))
            .toList());
    return finding;
  }

  private static Map<String, Object> target(ItemRow row) {
    boolean met = row.result() == Result.MET;
    String reason =
        switch (row.result()) {
          case MET -> "pass";
          case PARTLY_MET, NOT_MET -> "fail";
          case NOT_APPLICABLE, NOT_ASSESSED, NO_EVIDENCE -> "other";
        };
    Map<String, Object> target = new LinkedHashMap<>();
    target.put("type", "statement-id");
    target.put("target-id", OscalCatalogue.statement(row.item().id()));
    target.put("status", Map.of("state", met ? "satisfied" : "not-satisfied", "reason", reason));
    if (row.result() == Result.NOT_APPLICABLE) {
      target.put("implementation-status", Map.of("state", "not-applicable"));
    }
    return target;
  }
}
