package io.zhidun.rules.compliance.assess;

import java.time.Instant;
import java.util.List;

/**
 * A major risk or high-risk problem that a person found, such as rights gained in a penetration
 * test.
 *
 * @param code of the list of risks
 * @param objects that show it
 * @param rectifiedAt when a retest found it gone; Instant.MAX while it holds
 */
public record ReportedRisk(
    String code,
    List<String> objects,
    String reason,
    String signer,
    Instant reportedAt,
    Instant rectifiedAt) {

  public ReportedRisk {
    objects = List.copyOf(objects);
    if (code.isBlank() || reason.isBlank() || signer.isBlank()) {
      throw new IllegalArgumentException(
          "reported risk " + code + " without code, reason or signer");
    }
  }
}
