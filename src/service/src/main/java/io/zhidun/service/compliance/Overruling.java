package io.zhidun.service.compliance;

import io.zhidun.rules.compliance.record.Result;
import io.zhidun.service.compliance.Attestation.Withdrawn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an assessor decides on one object, against the rules or where they only collect.
 *
 * @param evidence ids of what the assessor had before them
 * @param withdrawn null while it stands
 */
record Overruling(
    long id,
    String system,
    String item,
    String object,
    Result result,
    String reason,
    List<String> evidence,
    String by,
    Instant at,
    LocalDate expiresOn,
    @Nullable Withdrawn withdrawn) {
  Overruling {
    evidence = List.copyOf(evidence);
  }
}
