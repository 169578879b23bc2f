package io.zhidun.rules.compliance.catalogue;

import io.zhidun.rules.compliance.record.Asset;
import io.zhidun.rules.compliance.record.AssetKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Objects that a requirement is measured on.
 *
 * @param kind of the assets, or null for the system as a whole
 * @param importance least importance of the assets that are asked
 */
public record Scope(@Nullable AssetKind kind, int importance) {
  private static final String SYSTEM = "system";

  /**
   * As written in the catalogue: {@code network-device}, {@code database@2}, {@code system}.
   *
   * @throws IllegalArgumentException where there is no such kind
   */
  public static Scope parse(String text) {
    int at = text.indexOf('@');
    String kind = at < 0 ? text : text.substring(0, at);
    int importance = at < 0 ? 1 : Integer.parseInt(text.substring(at + 1));
    return new Scope(
        kind.equals(SYSTEM)
            ? null
            : AssetKind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_')),
        importance);
  }

  /** Whether the asset is asked. */
  public boolean asks(Asset asset) {
    return asset.kind() == kind && asset.importance() >= importance;
  }
}
