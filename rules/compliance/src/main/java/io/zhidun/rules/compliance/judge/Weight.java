package io.zhidun.rules.compliance.judge;

/** What a criterion that fails makes of the requirement. */
public enum Weight {
  /** Not met. */
  CORE,
  /** Partly met. */
  PART
}
