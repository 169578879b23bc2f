package io.zhidun.service.filingcase;

import io.zhidun.service.filingcase.Incoming.AChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where filings stand, after what happened to them. */
final class FilingStatus {
  static final String FILED = "filed";

  /** Changes that say where a filing stands; the others leave it where it was. */
  private static final Map<String, String> AFTER =
      Map.of(
          "withdrawal", "withdrawn",
          "deemed-withdrawal", "deemed-withdrawn",
          "notice", "notified",
          "grant", "granted",
          "refusal", "refused",
          "opposition-upheld", "refused",
          "invalidation", "invalidated",
          "cancelled-non-use", "cancelled");

  private FilingStatus() {}

  /**
   * By application number; a filing without a word is {@link #FILED}.
   *
   * @param changes in the order of time
   */
  static Map<String, String> of(List<AChange> changes) {
    Map<String, String> status = new HashMap<>();
    for (AChange change : changes) {
      String after = AFTER.get(change.kind());
      if (after != null) {
        status.put(change.applicationNumber(), after);
      }
    }
    return status;
  }
}
