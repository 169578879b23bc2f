package io.zhidun.service.filingcase;

import io.zhidun.events.Json;
import io.zhidun.service.filingcase.OutcomeRepository.Decided;
import io.zhidun.service.store.Micros;
import io.zhidun.service.web.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One case with all that a reviewer sees at once, as JSON. Natural persons are masked. */
@Component
class CaseDetail {
  static final int FILINGS = 200;
  private static final int TRAIL = 1_000;
  private static final int ALERTS = 50;

  private final CaseRepository cases;
  private final IndicationRepository indications;
  private final FilingRepository filings;
  private final OutcomeRepository outcomes;
  private final CaseAlerts alerts;
  private final CaseFace face;
  private final TransactionOperations transaction;
  private final JsonMapper json;

  CaseDetail(
      CaseRepository cases,
      IndicationRepository indications,
      FilingRepository filings,
      OutcomeRepository outcomes,
      CaseAlerts alerts,
      CaseFace face,
      TransactionOperations transaction,
      JsonMapper json) {
    this.cases = cases;
    this.indications = indications;
    this.filings = filings;
    this.outcomes = outcomes;
    this.alerts = alerts;
    this.face = face;
    this.transaction = transaction;
    this.json = json;
  }

  ObjectNode of(long id) {
    return transaction.execute(status -> read(id));
  }

  private ObjectNode read(long id) {
    FilingCase one =
        cases.find(id).orElseThrow(() -> Problems.notFound("no filing case has the id " + id));
    ObjectNode node = json.valueToTree(face.of(one));
    List<ObjectNode> indicated =
        indications.texts(id).stream()
            .map(Wire::object)
            .filter(each -> one.kinds.isEmpty() || one.kinds.contains(each.path("kind").asString()))
            .toList();
    Map<String, Set<String>> signals = signals(indicated);
    ArrayNode list = node.putArray("indications");
    indicated.forEach(each -> list.add(IndicationMask.apply(each)));
    members(node.putArray("members"), cases.members(id));
    List<FilingRow> rows = filings.ofCase(id, FILINGS);
    filings(node.putArray("filings"), rows, signals);
    trail(node.putArray("trail"), id);
    node.set("allowed", json.valueToTree(one.state.allowed()));
    node.set("alerts", json.valueToTree(alerts.of(one, ALERTS)));
    outcomes(node.putArray("outcomes"), id);
    groups(node.putArray("groups"), one);
    return node;
  }

  /** Codes of the signals by the filings that their indications name. */
  private static Map<String, Set<String>> signals(List<ObjectNode> indicated) {
    Map<String, Set<String>> byFiling = new HashMap<>();
    for (ObjectNode one : indicated) {
      List<String> codes = new ArrayList<>();
      one.path("signals").forEach(part -> codes.add(part.path("code").asString("")));
      for (JsonNode number : one.path("filings")) {
        byFiling.computeIfAbsent(number.asString(""), key -> new LinkedHashSet<>()).addAll(codes);
      }
    }
    return byFiling;
  }

  private static void members(ArrayNode list, Map<String, String> members) {
    members.forEach(
        (key, name) ->
            list.addObject()
                .put("key", PersonalNames.shownKey(key, name))
                .put("name", PersonalNames.shown(key, name)));
  }

  private void filings(ArrayNode list, List<FilingRow> rows, Map<String, Set<String>> signals) {
    Map<String, String> status =
        FilingStatus.of(filings.changes(rows.stream().map(FilingRow::applicationNumber).toList()));
    for (FilingRow row : rows) {
      String number = row.applicationNumber();
      ObjectNode filing =
          list.addObject()
              .put("applicationNumber", number)
              .put("title", row.title())
              .put("applicant", row.shownApplicant())
              .put("filingDate", row.filingDate())
              .put("submittedAt", Micros.instant(row.submittedAt()).toString())
              .put("status", status.getOrDefault(number, FilingStatus.FILED));
      ArrayNode codes = filing.putArray("signals");
      signals.getOrDefault(number, Set.of()).forEach(codes::add);
    }
  }

  private void trail(ArrayNode list, long id) {
    for (CaseTrail entry : cases.trail(id, TRAIL)) {
      list.addObject()
          .put("at", Micros.instant(entry.at()).toString())
          .put("by", entry.actor())
          .put("act", entry.act().label())
          .put("from", entry.from() == null ? null : entry.from().label())
          .put("to", entry.to() == null ? null : entry.to().label())
          .put("note", entry.note())
          .set("details", Json.mapper().readTree(entry.details()));
    }
  }

  private void outcomes(ArrayNode list, long id) {
    for (Decided one : outcomes.ofCase(id)) {
      list.addObject()
          .put("kind", one.kind())
          .put("outcome", one.confirmed() ? "confirmed" : "dismissed")
          .put("by", one.by())
          .put("at", Micros.instant(one.at()).toString());
    }
  }

  /** A group absorbs nothing: the case of one of its members stands, and says where it belongs. */
  private void groups(ArrayNode list, FilingCase one) {
    if (!one.subject.type().equals("applicant")) {
      return;
    }
    for (FilingCase group : cases.groupsOf(one.subject.key(), one.register)) {
      list.addObject()
          .put("id", group.id)
          .put("number", group.number)
          .put("state", group.state.label())
          .put("tier", group.tier == null ? null : group.tier.label())
          .put("subject", group.subject.shown().name());
    }
  }
}
