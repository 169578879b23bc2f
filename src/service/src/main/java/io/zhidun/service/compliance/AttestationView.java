package io.zhidun.service.compliance;

import io.zhidun.service.compliance.Attestation.Withdrawn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An attestation as the interface shows it. */
record AttestationView(
    long id,
    String system,
    List<String> items,
    String object,
    String title,
    String signer,
    LocalDate signedOn,
    Instant expiresAt,
    String result,
    String fileName,
    long bytes,
    String sm3,
    List<String> evidence,
    String by,
    Instant at,
    @Nullable Withdrawn withdrawn) {
  static AttestationView of(Attestation one) {
    return new AttestationView(
        one.id(),
        one.system(),
        one.items(),
        one.object(),
        one.title(),
        one.signer(),
        one.signedOn(),
        one.expiresAt(),
        one.result().wire(),
        one.fileName(),
        one.bytes(),
        one.sm3(),
        List.of(one.evidence()),
        one.by(),
        one.at(),
        one.withdrawn());
  }
}
