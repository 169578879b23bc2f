package io.zhidun.collectors.core.shipper;

import io.zhidun.collectors.core.metrics.LedgerColumn;
import io.zhidun.collectors.core.metrics.LedgerEntry;
import io.zhidun.events.Json;
import io.zhidun.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Writes what each source did in a minute. While Kafka is away nothing is written and the
 * differences gather in the first minute after.
 */
final class Ledger {
  private final String collector;
  private final Map<String, LedgerColumn> columns = new HashMap<>();
  private @Nullable Instant current;

  Ledger(String collector) {
    this.collector = collector;
  }

  /** Writes the entries of the running minute once it is over. */
  void write(Instant minute, Collection<KafkaOutlet> outlets, Link link) {
    Instant ended = current;
    if (ended == null) {
      current = minute;
      return;
    }
    if (minute.isAfter(ended) && link.ready()) {
      current = minute;
      writeLast(ended, outlets, link);
    }
  }

  /** Writes what happened since the last entries. */
  void writeLast(Instant minute, Collection<KafkaOutlet> outlets, Link link) {
    if (!link.ready()) {
      return;
    }
    for (KafkaOutlet outlet : outlets) {
      LedgerEntry entry = column(outlet).next(outlet.counters(), outlet.lane().acked(), minute);
      if (entry != null) {
        send(entry, link);
      }
    }
  }

  private LedgerColumn column(KafkaOutlet outlet) {
    return columns.computeIfAbsent(outlet.source().id(), id -> new LedgerColumn(collector, id));
  }

  private static void send(LedgerEntry entry, Link link) {
    Future<RecordMetadata> unused =
        link.producer.send(
            new ProducerRecord<>(
                Topics.LEDGER,
                entry.source().getBytes(StandardCharsets.UTF_8),
                Json.mapper().writeValueAsBytes(entry)));
  }
}
