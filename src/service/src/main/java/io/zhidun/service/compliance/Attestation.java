package io.zhidun.service.compliance;

import io.zhidun.rules.compliance.record.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signed document that shows requirements.
 *
 * @param signer the person named in the document
 * @param evidence id of the evidence that the document is
 * @param by account of the assessor who attested
 * @param withdrawn null while it stands
 */
record Attestation(
    long id,
    String system,
    String object,
    List<String> items,
    String title,
    String signer,
    LocalDate signedOn,
    Instant expiresAt,
    Result result,
    String fileName,
    long bytes,
    String sm3,
    String evidence,
    String by,
    Instant at,
    @Nullable Withdrawn withdrawn) {
  Attestation {
    items = List.copyOf(items);
  }

  /** Who took something back, when and why. */
  record Withdrawn(String by, Instant at, String reason) {}
}
