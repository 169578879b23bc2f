package io.zhidun.service.filingcase;

import io.zhidun.service.filingcase.Incoming.AChange;
import io.zhidun.service.web.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A filing for reading: the wire object with its texts. Hashes of identifiers never leave; names
 * and addresses of natural persons do where they are revealed.
 */
@Component
class FilingView {
  /** What a masked address still says: province and city, mostly. */
  private static final int ADDRESS_SHOWN = 6;

  private final FilingRepository filings;

  FilingView(FilingRepository filings) {
    this.filings = filings;
  }

  ObjectNode of(String number, boolean reveal) {
    FilingRow row =
        filings
            .find(number)
            .orElseThrow(() -> Problems.notFound("no filing has the number " + number));
    ObjectNode node = Wire.object(filings.body(number).orElse("{}"));
    hideHashes(node);
    if (!reveal) {
      mask(node);
    }
    List<AChange> changes = filings.changes(List.of(number));
    node.put("register", row.register());
    node.put("status", FilingStatus.of(changes).getOrDefault(number, FilingStatus.FILED));
    node.put("masked", !reveal);
    return node;
  }

  /** Identifiers are shown as {@code 138****0001}, whoever looks. */
  private static void hideHashes(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> one : new ArrayList<>(object.properties())) {
        if (one.getValue().has("hash")) {
          object.put(one.getKey(), one.getValue().path("masked").asString(""));
        } else {
          hideHashes(one.getValue());
        }
      }
    } else if (node instanceof ArrayNode array) {
      array.forEach(FilingView::hideHashes);
    }
  }

  private static void mask(ObjectNode node) {
    for (JsonNode party : node.path("applicants")) {
      if (party instanceof ObjectNode object && FilingWire.personal(party)) {
        name(object);
        address(object);
      }
    }
    for (JsonNode person : node.path("inventors")) {
      if (person instanceof ObjectNode object) {
        name(object);
      }
    }
    if (node.path("contact") instanceof ObjectNode contact) {
      name(contact);
    }
    String invoice = node.path("invoiceTitle").asString("");
    if (PersonalNames.personal(invoice, invoice)) {
      node.put("invoiceTitle", PersonalNames.masked(invoice));
    }
  }

  private static void name(ObjectNode person) {
    if (person.has("name")) {
      person.put("name", PersonalNames.masked(person.path("name").asString("")));
    }
  }

  private static void address(ObjectNode person) {
    if (person.path("address") instanceof ObjectNode address) {
      String text = address.path("text").asString("");
      ObjectNode shown = address.removeAll();
      shown.put("text", shownAddress(text));
    } else if (person.path("address").isString()) {
      person.put("address", shownAddress(person.path("address").asString("")));
    }
  }

  static String shownAddress(String text) {
    return text.length() <= ADDRESS_SHOWN ? text : text.substring(0, ADDRESS_SHOWN) + "***";
  }
}
