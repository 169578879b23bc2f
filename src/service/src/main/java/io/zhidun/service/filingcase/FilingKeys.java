package io.zhidun.service.filingcase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a filing carries that others may carry too. */
final class FilingKeys {
  private static final Set<String> TYPES =
      Set.of(
          "phone",
          "email",
          "address",
          "device",
          "ip",
          "certificate",
          "payer",
          "agency",
          "agent",
          "account",
          "representative",
          "mark-owner");

  /** Types of the judge's keys that the graph names otherwise. */
  private static final Map<String, String> OTHERWISE =
      Map.of("contact", "phone", "source", "ip", "legal-representative", "representative");

  private FilingKeys() {}

  /**
   * A key.
   *
   * @param type as nodes of the graph name it
   * @param value names it among all of its type; may be a hash, and is not shown then
   * @param label for people
   * @param masked whether the label hides something
   */
  record Key(String type, String value, String label, boolean masked) {
    String id() {
      return type + ":" + value;
    }
  }

  static List<Key> of(ObjectNode filing) {
    List<Key> keys = new ArrayList<>();
    hashed(keys, "phone", filing.path("contact").path("phone"));
    hashed(keys, "email", filing.path("contact").path("email"));
    hashed(keys, "payer", filing.path(filing.has("payer") ? "payer" : "payerAccount"));
    address(keys, filing.path("applicants").path(0));
    plain(keys, "account", filing.path("accountId"));
    plain(keys, "device", filing.path("deviceFingerprint"));
    plain(keys, "ip", filing.path("ip"));
    plain(keys, "certificate", filing.path("certSerial"));
    named(keys, "agency", filing.path("agency"), "code");
    filing.path("agents").forEach(agent -> named(keys, "agent", agent, "number"));
    return keys;
  }

  private static void hashed(List<Key> keys, String type, JsonNode node) {
    String hash = node.path("hash").asString("");
    if (!hash.isEmpty()) {
      keys.add(new Key(type, hash, node.path("masked").asString("***"), true));
    }
  }

  private static void plain(List<Key> keys, String type, JsonNode node) {
    String value = node.asString("");
    if (!value.isBlank()) {
      keys.add(new Key(type, value, value, false));
    }
  }

  private static void named(List<Key> keys, String type, JsonNode node, String code) {
    String name = node.path("name").asString("");
    String value = node.path(code).asString(name);
    if (!value.isBlank()) {
      keys.add(new Key(type, value, name.isBlank() ? value : name, false));
    }
  }

  private static void address(List<Key> keys, JsonNode applicant) {
    JsonNode node = applicant.path("address");
    String text = node.isString() ? node.asString("") : node.path("text").asString("");
    // A post code may stand before the same address or not, and blanks anywhere.
    String normal = text.replaceAll("\\s", "").replaceFirst("^\\d{6}", "");
    if (!normal.isEmpty()) {
      boolean person = FilingWire.personal(applicant);
      keys.add(new Key("address", normal, person ? FilingView.shownAddress(text) : text, person));
    }
  }

  /** The type of node for a type of key as evidence names it. */
  static String type(String key) {
    return OTHERWISE.getOrDefault(key, TYPES.contains(key) ? key : "account");
  }
}
