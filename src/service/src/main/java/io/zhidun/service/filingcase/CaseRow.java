package io.zhidun.service.filingcase;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as lists and the live stream show it; names of natural persons are masked.
 *
 * @param tier null for a case of the sample: nothing was indicated
 * @param kinds highest score first
 */
record CaseRow(
    long id,
    String number,
    SubjectRef subject,
    String register,
    CaseState state,
    @Nullable Tier tier,
    @Nullable Double score,
    List<String> kinds,
    long filingCount,
    long memberCount,
    Instant openedAt,
    Instant updatedAt,
    Instant lastSignalAt,
    @Nullable Instant dueAt,
    @Nullable Assignee assignee,
    String origin) {
  CaseRow {
    kinds = List.copyOf(kinds);
  }

  /** Who works on the case. */
  record Assignee(String username, String name) {}
}
