package io.zhidun.rules.compliance.record;

/** Who can decide a requirement. */
public enum EvidenceClass {
  /** Telemetry or configuration decides; a person may overrule it. */
  AUTOMATIC,
  /** The platform collects, an assessor decides. */
  ASSISTED,
  /** An attested document or a look on site. */
  DOCUMENT
}
