package io.zhidun.service.audit;

import io.zhidun.events.Json;
import io.zhidun.service.store.ColumnText;
import io.zhidun.trust.chain.Trail;
import io.zhidun.trust.chain.TrailRecord;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An entry as the content of a record, and the columns that a record is searched by. */
final class AuditContent {
  private AuditContent() {}

  /**
   * What a record is searched by.
   *
   * @param account who acted; empty for a checkpoint
   */
  record Columns(String account, String action, String objectType, String objectId) {
    static final Columns CHECKPOINT = new Columns("", "audit.checkpoint", "", "");
  }

  /** One JSON object; its details are cut shorter where all together are too long for a record. */
  static String write(AuditEntry entry) {
    String content = write(entry, Integer.MAX_VALUE);
    for (int most = 256; bytes(content) > Trail.MOST_CONTENT_BYTES; most /= 2) {
      content = write(entry, most);
    }
    return content;
  }

  private static String write(AuditEntry entry, int most) {
    ObjectNode content = Json.mapper().createObjectNode();
    content
        .putObject("actor")
        .put("account", entry.actor().account())
        .put("role", entry.actor().role())
        .put("address", entry.actor().address());
    content.put("action", entry.action());
    content.putObject("object").put("type", entry.objectType()).put("id", entry.objectId());
    content.put("outcome", entry.outcome().label());
    ObjectNode detail = content.putObject("detail");
    entry
        .detail()
        .forEach((name, value) -> detail.put(name, ColumnText.fit(value, Math.max(most, 2))));
    return content.toString();
  }

  private static int bytes(String content) {
    return content.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The columns that a content must stand with; those of nothing where it cannot be read. */
  static Columns columns(String kind, String content) {
    if (!kind.equals(TrailRecord.Kind.ENTRY.word())) {
      return Columns.CHECKPOINT;
    }
    JsonNode read = Json.mapper().readTree(content);
    return new Columns(
        read.at("/actor/account").asString(""),
        read.path("action").asString(""),
        read.at("/object/type").asString(""),
        read.at("/object/id").asString(""));
  }
}
