package io.zhidun.collectors.metrics;

import io.zhidun.collectors.core.Destination;
import io.zhidun.collectors.core.RejectReason;
import io.zhidun.collectors.core.Shipper;
import io.zhidun.collectors.core.Source;
import io.zhidun.collectors.core.StreamOutlet;
import io.zhidun.events.Topics;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * A source of samples: its bounds, its figures and its way to Kafka. One thread at a time {@link
 * #ship ships}; staging may go on beside it.
 */
public final class MetricSource {
  /** Value of the header {@code dataset}. */
  public static final String DATASET = "samples-v1";

  private final String id;
  private final StreamOutlet outlet;
  private final SeriesGate gate;
  private final Clock clock;
  private final LongAdder samples = new LongAdder();
  private final LongAdder ahead = new LongAdder();
  private final LongAdder behind = new LongAdder();
  private final Map<Dropped, LongAdder> dropped = new EnumMap<>(Dropped.class);
  private volatile long lastMillis;

  private MetricSource(String id, StreamOutlet outlet, SeriesGate gate, Clock clock) {
    this.id = id;
    this.outlet = outlet;
    this.gate = gate;
    this.clock = clock;
    for (Dropped reason : Dropped.values()) {
      dropped.put(reason, new LongAdder());
    }
  }

  /** Opens the source's outlet; what an earlier run had spooled is shipped unasked. */
  public static MetricSource open(Shipper shipper, String id, SeriesLimits limits, Clock clock) {
    Source source =
        new Source(id, DATASET, ZoneOffset.UTC, new Destination(Topics.METRICS, Map.of()));
    return new MetricSource(
        id, shipper.stream(source), new SeriesGate(limits, clock.millis()), clock);
  }

  /** Its name. */
  public String id() {
    return id;
  }

  /** Room for the samples of one request or scrape. */
  public Staging stage() {
    return new Staging(this, clock.millis());
  }

  SeriesGate gate() {
    return gate;
  }

  /**
   * Ships records in order.
   *
   * @param peer sender's address, or null
   * @return how many were taken; the others found no room
   */
  public int ship(List<byte[]> records, @Nullable String peer) {
    Instant now = clock.instant();
    long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    int taken = 0;
    while (taken < records.size() && outlet.offer(records.get(taken), micros, peer)) {
      taken++;
    }
    return taken;
  }

  /** Number behind the last record taken; {@link #kept} tells when it is safe. */
  public long taken() {
    return outlet.next();
  }

  /** Whether every record below this number outlives the agent. */
  public boolean kept(long number) {
    return outlet.kept() >= number;
  }

  /** Samples that were shipped. */
  public void count(Staging staging) {
    samples.add(staging.samples());
    lastMillis = clock.millis();
  }

  /** Samples that nobody will send again and that found no room. */
  public void dropUnkept(int records, long lost) {
    drop(Dropped.NO_ROOM, lost);
    for (int i = 0; i < records; i++) {
      outlet.counters().rejected(RejectReason.SPOOL_FULL);
    }
  }

  void drop(Dropped reason, long count) {
    LongAdder adder = dropped.get(reason);
    if (adder != null) {
      adder.add(count);
    }
  }

  void clockAhead() {
    ahead.increment();
  }

  void clockBehind() {
    behind.increment();
  }

  /** Samples shipped. */
  public long samplesTaken() {
    return samples.sum();
  }

  /** Samples more than an hour ahead of our clock. */
  public long samplesAhead() {
    return ahead.sum();
  }

  /** Samples more than an hour behind our clock. */
  public long samplesBehind() {
    return behind.sum();
  }

  /** Samples not taken for a reason. */
  public long samplesDropped(Dropped reason) {
    LongAdder adder = dropped.get(reason);
    return adder == null ? 0 : adder.sum();
  }

  /** When samples came last, in milliseconds since the Unix epoch; 0 if never. */
  long lastMillis() {
    return lastMillis;
  }
}
