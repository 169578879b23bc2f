package io.zhidun.service.asset;

import io.zhidun.rules.compliance.judge.Tier;
import io.zhidun.rules.compliance.record.Asset;
import io.zhidun.rules.compliance.record.AssetKind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * An object of a protected system as the inventory keeps it.
 *
 * @param addresses under which telemetry knows it
 * @param endpoints that are probed for TLS, as in https://host:port
 * @param version grows with every change
 * @param origin manual, import or demo
 */
public record InventoryAsset(
    String id,
    String system,
    String name,
    AssetKind kind,
    String zone,
    List<String> addresses,
    int importance,
    String dataClass,
    String owner,
    String location,
    List<String> endpoints,
    long version,
    Instant changedAt,
    String changedBy,
    String origin) {
  public InventoryAsset {
    addresses = List.copyOf(addresses);
    endpoints = List.copyOf(endpoints);
  }

  public Tier backupTier() {
    return Tier.of(measured());
  }

  /** What requirements are measured on. */
  public Asset measured() {
    return new Asset(id, name, kind, zone, addresses, importance, dataClass);
  }

  /** Kinds that write logs of their own, so that silence says something. */
  public boolean shouldLog() {
    return switch (kind) {
      case HOST, DATABASE, NETWORK_DEVICE, SECURITY_DEVICE, APPLICATION -> true;
      case DATA, TERMINAL, ROOM, ORGANISATION -> false;
    };
  }

  /** Name of a kind in JSON. */
  public static String label(AssetKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether both say the same, whoever wrote it and when. */
  boolean sameAs(InventoryAsset other) {
    return system.equals(other.system)
        && name.equals(other.name)
        && kind == other.kind
        && zone.equals(other.zone)
        && addresses.equals(other.addresses)
        && importance == other.importance
        && dataClass.equals(other.dataClass)
        && owner.equals(other.owner)
        && location.equals(other.location)
        && endpoints.equals(other.endpoints);
  }
}
