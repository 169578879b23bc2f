package io.zhidun.service.compliance;

import io.zhidun.rules.compliance.check.Looked;
import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.rules.compliance.record.Texts;
import io.zhidun.service.asset.Inventory;
import io.zhidun.service.asset.InventoryAsset;
import io.zhidun.service.asset.ProtectionTrail;
import io.zhidun.service.web.Problems;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Evidence for people, with the way down to what it was taken from. Every view is in the trail. */
@Service
class EvidenceViews {
  private static final int MOST_LINKS = 50;

  /** Where people can look themselves, by collector. */
  private static final Map<String, Link> PLATFORM =
      Map.of(
          "alerts", link("/api/v1/alerts", "告警", "alerts"),
          "coverage", link("/api/v1/assets/discovery", "资产发现", "discovery of assets"),
          "platform", link("/api/v1/audit", "平台审计记录", "audit trail of the platform"),
          "trail", link("/api/v1/audit", "平台审计记录", "audit trail of the platform"),
          "backups", link("/api/v1/backups", "备份", "backups"),
          "calendar", link("/api/v1/compliance/calendar", "合规日历", "calendar"));

  private final EvidenceStore store;
  private final StateBook states;
  private final DecisionRepository decisions;
  private final Inventory inventory;
  private final ProtectionTrail trail;
  private final Clock clock;

  EvidenceViews(
      EvidenceStore store,
      StateBook states,
      DecisionRepository decisions,
      Inventory inventory,
      ProtectionTrail trail,
      Clock clock) {
    this.store = store;
    this.states = states;
    this.decisions = decisions;
    this.inventory = inventory;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * A way down.
   *
   * @param kind events, evidence, platform, asset or document
   * @param api path that answers
   */
  record Link(String kind, Texts label, String api) {}

  /** A requirement that the evidence supports in the present state. */
  record Supports(String item, String object, String result) {}

  /** Evidence with everything around it. */
  record View(
      String id,
      String check,
      String collector,
      String system,
      String object,
      Instant collectedAt,
      Instant from,
      Instant to,
      String query,
      Map<String, Object> values,
      Instant expiresAt,
      boolean fresh,
      String sm3,
      boolean intact,
      List<Supports> supports,
      List<Link> down) {}

  View of(String id, String account) {
    Evidence one =
        store.find(id).orElseThrow(() -> Problems.notFound("there is no evidence " + id));
    trail.add(
        account,
        "compliance.evidence-viewed",
        id,
        Map.of("check", one.check(), "object", one.object()));
    return new View(
        one.id(),
        one.check(),
        one.collector(),
        one.system(),
        one.object(),
        one.collectedAt(),
        one.from(),
        one.to(),
        one.query(),
        one.values(),
        one.expiresAt(),
        one.isFresh(clock.instant()),
        one.sm3(),
        Looked.isWhole(one),
        supports(one),
        down(one));
  }

  private List<Supports> supports(Evidence one) {
    return states.present(one.system()).map(Assessment::cells).orElse(List.of()).stream()
        .filter(cell -> cell.evidence().contains(one.id()))
        .map(cell -> new Supports(cell.item(), cell.object(), cell.result().wire()))
        .toList();
  }

  private List<Link> down(Evidence one) {
    List<Link> links = new ArrayList<>();
    Optional<InventoryAsset> asset =
        inventory.assetsOf(one.system()).stream()
            .filter(each -> each.id().equals(one.object()))
            .findFirst();
    String collector = one.collector();
    if (one.check().equals(DocumentEvidence.CHECK)) {
      decisions
          .attestationOf(one.id())
          .ifPresent(
              each ->
                  links.add(
                      new Link(
                          "document",
                          new Texts("文件 " + each.fileName(), "document " + each.fileName()),
                          "/api/v1/compliance/attestations/" + each.id() + "/document")));
    }
    if (collector.contains("events")
        || collector.contains("sign-ins")
        || collector.contains("posture")
        || collector.contains("coverage")) {
      events(one, asset, links);
    }
    if (collector.contains("derived")) {
      rest(one, links);
    }
    PLATFORM.forEach(
        (name, link) -> {
          if (collector.contains(name)) {
            links.add(link);
          }
        });
    asset.ifPresent(
        each ->
            links.add(
                new Link(
                    "asset",
                    new Texts("资产 " + each.name(), "asset " + each.id()),
                    "/api/v1/assets/" + each.id())));
    return links;
  }

  /** What a conclusion rests on: the newest evidence of the checks that its question names. */
  private void rest(Evidence one, List<Link> links) {
    store.latest(one.system()).stream()
        .filter(each -> !each.id().equals(one.id()) && one.query().contains(each.check()))
        .limit(MOST_LINKS)
        .forEach(
            each ->
                links.add(
                    new Link(
                        "evidence",
                        new Texts(
                            "证据 " + each.check() + " " + each.object(),
                            "evidence " + each.check() + " " + each.object()),
                        "/api/v1/compliance/evidence/" + each.id())));
  }

  /** The records themselves, by the parameters that the events search takes. */
  private void events(Evidence one, Optional<InventoryAsset> asset, List<Link> links) {
    List<String> names =
        asset
            .map(InventoryAsset::addresses)
            .orElseGet(
                () ->
                    inventory.assetsOf(one.system()).stream()
                        .flatMap(each -> each.addresses().stream())
                        .limit(MOST_LINKS)
                        .toList());
    StringBuilder api = new StringBuilder("/api/v1/events?from=").append(one.from());
    Instant to = one.to().isAfter(one.from()) ? one.to() : one.from().plus(Duration.ofMinutes(1));
    api.append("&to=").append(to);
    if (one.collector().contains("posture")) {
      api.append("&event.dataset=posture&event.action=").append(encoded(one.check()));
      if (asset.isEmpty()) {
        names = List.of(one.system());
      }
    }
    String field =
        asset.isPresent() && isApplication(asset.get()) && !one.collector().contains("posture")
            ? "service.name"
            : "host.name";
    names.forEach(name -> api.append('&').append(field).append('=').append(encoded(name)));
    links.add(new Link("events", new Texts("原始记录", "raw records"), api.toString()));
  }

  private static boolean isApplication(InventoryAsset one) {
    return InventoryAsset.label(one.kind()).equals("application");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Link link(String api, String zh, String en) {
    return new Link("platform", new Texts(zh, en), api);
  }
}
