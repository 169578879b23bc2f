package io.zhidun.service.compliance.evidence;

import io.zhidun.events.Json;
import io.zhidun.service.asset.InventoryAsset;
import io.zhidun.service.event.EventCondition;
import io.zhidun.service.event.EventFacts;
import io.zhidun.service.event.EventFacts.Facts;
import io.zhidun.service.event.EventFacts.Question;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What configuration scanners and devices report of themselves: events of the dataset {@code
 * posture}, each with a check and its values. The newest report of an object counts, as long as it
 * is no older than a day.
 */
@Component
@Order(20)
class PostureReports implements Collector {
  private static final Logger log = LoggerFactory.getLogger(PostureReports.class);
  private static final Duration LATELY = Duration.ofDays(1);
  private static final int MOST_ENTRIES = 200;
  private static final int MOST_TEXT = 256;

  /** Everything that a scanner, a device or a room's controller can say of itself. */
  private static final Set<String> CHECKS =
      Set.of(
          "water-leak",
          "room-climate",
          "ups",
          "door-access",
          "room-guard",
          "fire-panel",
          "power-feeds",
          "device-load",
          "link-load",
          "network-redundancy",
          "traffic-priority",
          "zoning",
          "mutual-authentication",
          "crypto-hardware",
          "attestation",
          "boundary-flows",
          "unknown-devices",
          "outbound-violations",
          "connection-blocking",
          "wireless",
          "firewall-policy",
          "application-control",
          "intrusion-prevention",
          "intrusion-internal",
          "malware-gateway",
          "mail-gateway",
          "boundary-audit",
          "clock-source",
          "account-policy",
          "login-protection",
          "remote-protocols",
          "second-factor",
          "account-register",
          "default-accounts",
          "idle-accounts",
          "privileges",
          "object-permissions",
          "security-labels",
          "audit-enabled",
          "log-retention",
          "audit-process",
          "packages",
          "open-ports",
          "admin-sources",
          "input-tests",
          "vulnerabilities",
          "host-intrusion",
          "malware-host",
          "integrity-at-rest",
          "encryption-at-rest",
          "failover",
          "dr-site",
          "wiping",
          "personal-information",
          "management-zone",
          "management-channels",
          "outsider-accounts",
          "outbound-approval",
          "configuration-backup",
          "configuration-drift",
          "baseline",
          "crypto-inventory");

  private final EventFacts events;

  PostureReports(@Lazy EventFacts events) {
    this.events = events;
  }

  @Override
  public String name() {
    return "posture";
  }

  @Override
  public Set<String> checks() {
    return CHECKS;
  }

  @Override
  public void look(Target target, Consumer<Sight> out) throws IOException {
    Map<String, List<String>> objects = new LinkedHashMap<>();
    objects.put(target.system().id(), List.of(target.system().id()));
    for (InventoryAsset asset : target.asked()) {
      List<String> names = new ArrayList<>(asset.addresses());
      names.add(asset.id());
      objects.put(asset.id(), names);
    }
    Instant from = target.now().minus(LATELY);
    List<Question> questions =
        objects.values().stream().map(names -> question(target, names, from)).toList();
    List<Facts> answers = events.ask(questions);
    int at = 0;
    for (String object : objects.keySet()) {
      Facts facts = answers.get(at++);
      if (!facts.samples().isEmpty()) {
        Map<String, Object> values = values(facts.samples().get(0));
        if (!values.isEmpty()) {
          Instant reported = facts.newest() == null ? from : facts.newest();
          out.accept(
              new Sight(
                  object,
                  reported,
                  target.now(),
                  "event.dataset:posture AND event.action:"
                      + target.check()
                      + " AND host.name:("
                      + String.join(" OR ", objects.getOrDefault(object, List.of()))
                      + ")",
                  values));
        }
      }
    }
  }

  private static Question question(Target target, List<String> names, Instant from) {
    return new Question(
        List.of(
            EventCondition.is("event.dataset", "posture"),
            EventCondition.is("event.action", target.check()),
            EventCondition.in("host.name", names)),
        from,
        target.now(),
        Map.of(),
        1,
        Duration.ZERO);
  }

  /**
   * Read from the raw line: the store keeps numbers and lists of other vendors' fields as texts.
   */
  private static Map<String, Object> values(JsonNode event) {
    try {
      JsonNode report = Json.mapper().readTree(event.at("/event/original").asString(""));
      Map<String, Object> values = new LinkedHashMap<>();
      report.path("values").forEachEntry((name, node) -> put(values, name, node));
      return values;
    } catch (JacksonException e) {
      log.debug("a posture report is no JSON", e);
      return Map.of();
    }
  }

  private static void put(Map<String, Object> values, String name, JsonNode node) {
    if (node.isBoolean()) {
      values.put(name, node.booleanValue());
    } else if (node.isNumber()) {
      values.put(name, node.doubleValue());
    } else if (node.isArray()) {
      List<String> entries = new ArrayList<>();
      node.forEach(entry -> entries.add(cut(entry.asString(""))));
      values.put(name, entries.subList(0, Math.min(entries.size(), MOST_ENTRIES)));
    } else if (node.isString()) {
      values.put(name, cut(node.asString("")));
    }
  }

  private static String cut(String text) {
    return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT);
  }
}
