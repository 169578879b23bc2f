package io.zhidun.service.compliance;

import io.zhidun.service.compliance.Attestation.Withdrawn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An overruling as the interface shows it. */
record OverrulingView(
    long id,
    String system,
    String item,
    String object,
    String result,
    String reason,
    List<String> evidence,
    String by,
    Instant at,
    LocalDate expiresOn,
    @Nullable Withdrawn withdrawn) {
  static OverrulingView of(Overruling one) {
    return new OverrulingView(
        one.id(),
        one.system(),
        one.item(),
        one.object(),
        one.result().wire(),
        one.reason(),
        one.evidence(),
        one.by(),
        one.at(),
        one.expiresOn(),
        one.withdrawn());
  }
}
