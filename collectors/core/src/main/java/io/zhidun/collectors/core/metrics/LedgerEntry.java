package io.zhidun.collectors.core.metrics;

import java.time.Instant;
import java.util.Objects;

/**
 * What one source did at this hop since the entry before.
 *
 * @param hop always {@code collect} here
 * @param collector id of the agent
 * @param source id of the source
 * @param minute the minute that ended
 * @param in records received
 * @param out records acknowledged by Kafka
 * @param rejected records rejected
 * @param epoch epoch of the sequence numbers
 * @param lowest first sequence number acknowledged, or -1 if none was
 * @param highest last one, or -1
 */
public record LedgerEntry(
    String hop,
    String collector,
    String source,
    Instant minute,
    long in,
    long out,
    long rejected,
    long epoch,
    long lowest,
    long highest) {
  public LedgerEntry {
    Objects.requireNonNull(hop, "hop");
    Objects.requireNonNull(collector, "collector");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(minute, "minute");
  }
}
