package io.zhidun.stream.core;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.zhidun.events.Topics;
import java.util.List;

/**
 * What the jobs of this process count. Alert when {@code in - out - rejected - duplicate} grows,
 * when gaps grow at all, and when the lag does not shrink.
 */
public final class StreamMetrics {
  /** Records by hop and outcome: in, out, rejected, duplicate. */
  public static final Counter RECORDS =
      Counter.builder()
          .name("zhidun_stream_records_total")
          .help("Raw records by outcome")
          .labelNames("outcome")
          .register();

  /** Counted apart from the records, since they are no events. */
  public static final Counter CANARIES =
      Counter.builder().name("zhidun_stream_canaries_total").help("Canary records read").register();

  /** Sequence numbers that never came. */
  public static final Counter GAPS =
      Counter.builder()
          .name("zhidun_stream_gaps_total")
          .help("Sequence numbers missing between records of a source")
          .register();

  public static final Counter TOO_LARGE =
      Counter.builder()
          .name("zhidun_stream_too_large_total")
          .help("Records too large to be written, of which the beginning was kept, by topic")
          .labelNames("topic")
          .register();

  public static final Counter DETECTIONS =
      Counter.builder()
          .name("zhidun_stream_detections_total")
          .help("Detections by what the judge decided")
          .labelNames("decision")
          .register();

  public static final Counter INDEXED =
      Counter.builder()
          .name("zhidun_index_records_total")
          .help("Events on their way to the search store, by outcome")
          .labelNames("outcome")
          .register();

  public static final Gauge LAG_RECORDS =
      Gauge.builder()
          .name("zhidun_stream_lag_records")
          .help("Records not yet read by a job, as of its last checkpoint")
          .labelNames("job")
          .register();

  /** The number that the service gave it; 0 for the rules as installed. */
  public static final Gauge RULE_SET =
      Gauge.builder()
          .name("zhidun_stream_rule_set")
          .help("Number of the rule set in force")
          .register();

  /** Alert when it grows: what people approved does not run. */
  public static final Counter RULE_SETS_REFUSED =
      Counter.builder()
          .name("zhidun_stream_rule_sets_refused_total")
          .help("Rule sets that did not compile and were refused as a whole")
          .register();

  // An increase shows only in what was there before: what may be rare begins with 0.
  static {
    List.of("in", "out", "rejected", "duplicate").forEach(RECORDS::initLabelValues);
    List.of("out", "retried", "rejected").forEach(INDEXED::initLabelValues);
    List.of("raised", "held").forEach(DETECTIONS::initLabelValues);
    List.of(Topics.EVENTS, Topics.DETECTIONS, Topics.ALERTS).forEach(TOO_LARGE::initLabelValues);
  }

  private StreamMetrics() {}
}
