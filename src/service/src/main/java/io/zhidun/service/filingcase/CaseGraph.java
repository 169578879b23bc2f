package io.zhidun.service.filingcase;

import io.zhidun.service.web.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the applicants of a case have in common: links that indications show as evidence, and keys
 * that several of its filings share. A hub, which very many share, is shown as one and links
 * nobody.
 */
@Component
class CaseGraph {
  private static final int FILINGS = 300;

  /** More applicants than this behind one key make it a hub: an incubator, a proxy, an agency. */
  private static final int HUB = 50;

  private final CaseRepository cases;
  private final IndicationRepository indications;
  private final FilingRepository filings;
  private final TransactionOperations transaction;

  CaseGraph(
      CaseRepository cases,
      IndicationRepository indications,
      FilingRepository filings,
      TransactionOperations transaction) {
    this.cases = cases;
    this.indications = indications;
    this.filings = filings;
    this.transaction = transaction;
  }

  LinkGraph of(long id) {
    return transaction.execute(status -> read(id));
  }

  private LinkGraph read(long id) {
    FilingCase one =
        cases.find(id).orElseThrow(() -> Problems.notFound("no filing case has the id " + id));
    LinkGraph.Builder graph = new LinkGraph.Builder();
    cases.members(id).forEach(graph::applicant);
    if (one.subject.type().equals("applicant")) {
      graph.applicant(one.subject.key(), one.subject.name());
    }
    List<Shared> shared = new ArrayList<>();
    filings.bodiesOf(id, FILINGS).forEach((number, text) -> read(Wire.object(text), graph, shared));
    sharedKeys(shared).values().forEach(uses -> graph.share(uses, hub(uses.get(0).key())));
    for (String text : indications.texts(id)) {
      Wire.object(text).path("evidence").forEach(evidence -> link(evidence, graph));
    }
    return graph.build();
  }

  /** A key that a filing carries, and by whose filing. */
  record Shared(FilingKeys.Key key, String applicant) {}

  private static void read(ObjectNode filing, LinkGraph.Builder graph, List<Shared> shared) {
    JsonNode applicant = filing.path("applicants").path(0);
    String party = FilingWire.partyKey(applicant);
    if (party.isEmpty()) {
      return;
    }
    graph.applicant(party, applicant.path("name").asString(party));
    graph.filed(party);
    FilingKeys.of(filing).forEach(key -> shared.add(new Shared(key, party)));
  }

  /** Keys that more than one filing carries, with each use. */
  private static Map<String, List<Shared>> sharedKeys(List<Shared> shared) {
    Map<String, List<Shared>> byKey = new LinkedHashMap<>();
    shared.forEach(use -> byKey.computeIfAbsent(use.key().id(), key -> new ArrayList<>()).add(use));
    byKey.values().removeIf(uses -> uses.size() < 2);
    return byKey;
  }

  /** Agencies and agents are, and what too many applicants use, inside the case or not. */
  private boolean hub(FilingKeys.Key key) {
    if (key.type().equals("agency") || key.type().equals("agent")) {
      return true;
    }
    for (FilingColumn column : FilingColumn.values()) {
      if (column.column().equals(key.type())) {
        return filings.applicants(column, key.value()) > HUB;
      }
    }
    return false;
  }

  /** A link between two applicants, as the judge found it, with the keys that carry it. */
  private static void link(JsonNode evidence, LinkGraph.Builder graph) {
    if (!evidence.path("type").asString("").equals("link")) {
      return;
    }
    String a = evidence.path("a").asString("");
    String b = evidence.path("b").asString("");
    if (a.isEmpty() || b.isEmpty()) {
      return;
    }
    graph.applicant(a, evidence.path("aName").asString(a));
    graph.applicant(b, evidence.path("bName").asString(b));
    for (JsonNode by : evidence.path("by")) {
      graph.link(
          a,
          b,
          FilingKeys.type(by.path("key").asString("")),
          by.path("masked").asString(by.path("key").asString("")),
          by.path("weight").asDouble(0),
          by.path("applicants").asInt(2));
    }
    if (evidence.path("by").isEmpty()) {
      graph.link(a, b, evidence.path("weight").asDouble(0));
    }
  }
}
