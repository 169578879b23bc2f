package io.zhidun.stream.filings;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import java.util.List;

/**
 * What the filing job counts. Alert when {@code rejected} or {@code late} grows, and when there is
 * any {@code screen_fault} or anything {@code crowded_out}.
 */
final class FilingMetrics {
  /** Raw records by outcome: in, duplicate, rejected (a part of it may have been read). */
  static final Counter RAW =
      Counter.builder()
          .name("zhidun_filings_raw_total")
          .help("Raw records of filings by outcome")
          .labelNames("outcome")
          .register();

  /** Canonical records written, by what they are. */
  static final Counter RECORDS =
      Counter.builder()
          .name("zhidun_filings_records_total")
          .help("Canonical records by dataset: filing, change, action, entity")
          .labelNames("dataset")
          .register();

  /**
   * Records at the screen by outcome: seen, late (seen too), repeated, crowded_out, screen_fault.
   */
  static final Counter SCREENED =
      Counter.builder()
          .name("zhidun_filings_screened_total")
          .help("Records at the screen by outcome")
          .labelNames("outcome")
          .register();

  static final Counter INDICATIONS =
      Counter.builder()
          .name("zhidun_filings_indications_total")
          .help("Indications written, new ones and updates, by tier")
          .labelNames("tier")
          .register();

  static final Gauge WAITING =
      Gauge.builder()
          .name("zhidun_filings_waiting_records")
          .help("Records that wait for their turn")
          .register();

  static final Gauge LOGGED =
      Gauge.builder()
          .name("zhidun_filings_logged_digests")
          .help("Digests from which the screen would be restored")
          .register();

  static final Histogram DELAY =
      Histogram.builder()
          .name("zhidun_filings_delay_seconds")
          .help("From the receipt of a record until the screen has seen it")
          .classicUpperBounds(0.1, 0.25, 0.5, 1, 1.5, 2, 3, 5, 10, 60)
          .register();

  // An increase shows only in what was there before: what may be rare begins with 0.
  static {
    List.of("in", "duplicate", "rejected").forEach(RAW::initLabelValues);
    List.of("seen", "late", "repeated", "crowded_out", "screen_fault")
        .forEach(SCREENED::initLabelValues);
  }

  private FilingMetrics() {}
}
