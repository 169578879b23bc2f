package io.zhidun.service.asset;

import io.zhidun.rules.compliance.judge.Tier;
import io.zhidun.service.asset.Sightings.Seen;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An asset as the interface shows it. */
record AssetRow(
    String id,
    String system,
    String name,
    String kind,
    String zone,
    List<String> addresses,
    int importance,
    String dataClass,
    String owner,
    String location,
    Tier backupTier,
    List<String> endpoints,
    @Nullable Instant lastSeen,
    long version,
    Instant changedAt,
    String changedBy,
    String origin) {

  static AssetRow of(InventoryAsset one, @Nullable Seen seen) {
    return new AssetRow(
        one.id(),
        one.system(),
        one.name(),
        InventoryAsset.label(one.kind()),
        one.zone(),
        one.addresses(),
        one.importance(),
        one.dataClass(),
        one.owner(),
        one.location(),
        one.backupTier(),
        one.endpoints(),
        seen == null ? null : seen.last(one),
        one.version(),
        one.changedAt(),
        one.changedBy(),
        one.origin());
  }
}
