package io.zhidun.service.asset;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A system as the interface shows it.
 *
 * @param assets how many it has
 */
record SystemRow(
    String id,
    String name,
    int level,
    String notation,
    List<String> extensions,
    String owner,
    String filingNumber,
    @Nullable LocalDate filingValidUntil,
    String zone,
    boolean critical,
    String reportingRoute,
    @Nullable LocalDate lastAssessedOn,
    long assets,
    long version,
    Instant changedAt,
    String changedBy,
    String origin) {

  static SystemRow of(InventorySystem one, long assets) {
    return new SystemRow(
        one.id(),
        one.name(),
        one.level(),
        one.notation(),
        one.extensions(),
        one.owner(),
        one.filingNumber(),
        one.filingValidUntil(),
        one.zone(),
        one.critical(),
        one.reportingRoute(),
        one.lastAssessedOn(),
        assets,
        one.version(),
        one.changedAt(),
        one.changedBy(),
        one.origin());
  }
}
