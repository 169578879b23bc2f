package io.zhidun.service.filingcase;

import io.zhidun.events.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What entries of a trail say beside their note, as JSON objects. */
final class CaseDetails {
  private CaseDetails() {}

  static String indicated(List<String> kinds, @Nullable Tier tier) {
    ObjectNode node = Json.mapper().createObjectNode();
    kinds.forEach(node.putArray("kinds")::add);
    if (tier != null) {
      node.put("tier", tier.label());
    }
    return node.toString();
  }

  static String term(int days, String due) {
    return Json.mapper().createObjectNode().put("replyDays", days).put("dueAt", due).toString();
  }

  static String outcomes(Map<String, Boolean> outcomes) {
    ObjectNode node = Json.mapper().createObjectNode();
    var list = node.putArray("outcomes");
    outcomes.forEach(
        (kind, confirmed) -> list.addObject().put("kind", kind).put("confirmed", confirmed));
    return node.toString();
  }

  static String assigned(@Nullable String username) {
    return Json.mapper().createObjectNode().put("assignee", username).toString();
  }
}
