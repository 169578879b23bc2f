package io.zhidun.report.pack;

import io.zhidun.report.ReportModel;
import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.trust.Sm3;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Evidence as the bytes that its hash is of. */
public final class EvidenceContent {

  private static final JsonMapper MAPPER = new JsonMapper();

  private EvidenceContent() {}

  /**
   * One JSON object without spaces, members sorted by name. When it expires is not part: how long
   * evidence supports is the check's matter, not the look's.
   */
  public static byte[] canonical(Evidence evidence) {
    Map<String, Object> content = new TreeMap<>();
    content.put("check", evidence.check());
    content.put("collector", evidence.collector());
    content.put("system", evidence.system());
    content.put("object", evidence.object());
    content.put("collectedAt", evidence.collectedAt().toString());
    content.put("from", evidence.from().toString());
    content.put("to", evidence.to().toString());
    content.put("query", evidence.query());
    content.put("values", evidence.values());
    return MAPPER.writeValueAsBytes(content);
  }

  /** Whether the content still has the hash it was given. */
  public static boolean isWhole(Evidence evidence) {
    return Sm3.hex(Sm3.of(canonical(evidence))).equals(evidence.sm3());
  }

  /** Where a pack keeps it. No part of the path comes from outside. */
  public static String path(ReportModel model, String id) {
    return "evidence/" + model.evidenceNumber(id) + ".json";
  }
}
