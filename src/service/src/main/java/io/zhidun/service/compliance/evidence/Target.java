package io.zhidun.service.compliance.evidence;

import io.zhidun.rules.compliance.record.AssetKind;
import io.zhidun.service.asset.InventoryAsset;
import io.zhidun.service.asset.InventorySystem;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.modulith.NamedInterface;

/**
 * What is to be looked at.
 *
 * @param check code
 * @param assets of the system, all of them
 * @param kinds of assets that the check is about
 * @param now time of the look
 */
@NamedInterface("collectors")
public record Target(
    String check,
    InventorySystem system,
    List<InventoryAsset> assets,
    Set<AssetKind> kinds,
    Instant now) {
  public Target {
    assets = List.copyOf(assets);
    kinds = Set.copyOf(kinds);
  }

  /** The assets that the check is about. */
  public List<InventoryAsset> asked() {
    return assets.stream().filter(one -> kinds.contains(one.kind())).toList();
  }
}
