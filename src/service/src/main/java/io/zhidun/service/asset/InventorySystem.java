package io.zhidun.service.asset;

import io.zhidun.rules.compliance.record.Asset;
import io.zhidun.rules.compliance.record.ProtectedSystem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A system under classified protection as the inventory keeps it.
 *
 * @param lastAssessedOn day of the last assessment by an assessment body, null before it
 * @param version grows with every change
 * @param origin manual, import or demo
 */
public record InventorySystem(
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
    long version,
    Instant changedAt,
    String changedBy,
    String origin) {
  public InventorySystem {
    extensions = List.copyOf(extensions);
  }

  /** What requirements are measured on. */
  public ProtectedSystem with(List<Asset> assets) {
    return new ProtectedSystem(
        id,
        name,
        level,
        notation,
        Set.copyOf(extensions),
        owner,
        filingNumber,
        filingValidUntil,
        critical,
        reportingRoute,
        assets);
  }
}
