package io.zhidun.service.asset;

/** How well an object is to be backed up; follows from what it is worth, nobody sets it. */
public enum BackupTier {
  T1,
  T2,
  T3;

  /**
   * @param importance 1 (ordinary) to 3 (key)
   * @param dataClass classification of its data: core and important data are never below T1
   */
  static BackupTier of(int importance, String dataClass) {
    if (importance == 3 || dataClass.contains("核心") || dataClass.contains("重要")) {
      return T1;
    }
    return importance == 2 ? T2 : T3;
  }
}
