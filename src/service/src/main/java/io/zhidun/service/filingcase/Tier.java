package io.zhidun.service.filingcase;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How pressing what was indicated is: 提示, 预警, 高风险. Never a verdict. */
enum Tier {
  HINT,
  WARNING,
  HIGH_RISK;

  /**
   * @throws IllegalArgumentException naming the value when it is none of the three
   */
  static Tier of(String label) {
    for (Tier tier : values()) {
      if (tier.label().equals(label)) {
        return tier;
      }
    }
    throw new IllegalArgumentException(
        "tier \"" + label + "\" is not one of hint, warning, high-risk");
  }

  @JsonValue
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As the column holds it; -1 where nothing was indicated. */
  static int column(@Nullable Tier tier) {
    return tier == null ? -1 : tier.ordinal();
  }

  static @Nullable Tier ofColumn(int column) {
    return column < 0 ? null : values()[column];
  }
}
