package io.zhidun.events;

/** Names of the Kafka topics. A topic's name ends in the version of its contract. */
public final class Topics {
  public static final String RAW = "zhidun.raw.v1";
  public static final String EVENTS = "zhidun.events.v1";
  public static final String METRICS = "zhidun.metrics.v1";
  public static final String FILINGS = "zhidun.filings.v1";

  /** Filings, their changes and actions as received; apart from logs, for they are larger. */
  public static final String FILINGS_RAW = "zhidun.filings.raw.v1";

  public static final String INDICATIONS = "zhidun.indications.v1";
  public static final String DETECTIONS = "zhidun.detections.v1";
  public static final String ALERTS = "zhidun.alerts.v1";
  public static final String CANARIES = "zhidun.canaries.v1";
  public static final String RULES = "zhidun.rules.v1";
  public static final String ASSETS = "zhidun.assets.v1";
  public static final String INDICATORS = "zhidun.indicators.v1";
  public static final String REJECTED = "zhidun.rejected.v1";
  public static final String LEDGER = "zhidun.ledger.v1";

  private Topics() {}
}
