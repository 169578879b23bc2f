package io.zhidun.rules.compliance.judge;

import io.zhidun.rules.compliance.record.Asset;

/** Tier of backup that an asset's importance and data ask for. */
public enum Tier {
  T1,
  T2,
  T3,
  /** Audit records and evidence. */
  AUDIT;

  private static final String AUDIT_DATA = "audit";

  /** Of an asset: audit data by their class, others by importance 3, 2, 1. */
  public static Tier of(Asset asset) {
    if (asset.dataClass().equals(AUDIT_DATA)) {
      return AUDIT;
    }
    return switch (asset.importance()) {
      case 3 -> T1;
      case 2 -> T2;
      default -> T3;
    };
  }
}
