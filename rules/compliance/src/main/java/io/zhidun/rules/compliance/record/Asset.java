package io.zhidun.rules.compliance.record;

import java.util.List;

/**
 * An object of a protected system.
 *
 * @param zone network zone, empty where unknown
 * @param addresses IPv4 and IPv6 addresses and host names under which telemetry knows it
 * @param importance 1 (ordinary) to 3 (key)
 * @param dataClass classification of its data, empty where none
 */
public record Asset(
    String id,
    String name,
    AssetKind kind,
    String zone,
    List<String> addresses,
    int importance,
    String dataClass) {

  public Asset {
    if (importance < 1 || importance > 3) {
      throw new IllegalArgumentException("importance " + importance + " of asset " + id);
    }
    addresses = List.copyOf(addresses);
  }
}
