package io.zhidun.collectors.core.shipper;

import io.zhidun.collectors.core.ReplayOutlet;
import io.zhidun.collectors.core.Shipper;
import io.zhidun.collectors.core.Source;
import io.zhidun.collectors.core.StreamOutlet;
import io.zhidun.collectors.core.metrics.SourceFigures;
import io.zhidun.collectors.core.spool.Spool;
import io.zhidun.collectors.core.spool.SpoolBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ships each source to its topic. Collectors' threads hand records to the producer; one thread of
 * the shipper's own does the rest: it waits for Kafka, finds out what an earlier run had shipped,
 * drains spools, saves positions and writes the ledger. Safe for use by several threads.
 */
public final class KafkaShipper implements Shipper, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaShipper.class);
  private static final long TEND_MILLIS = 50;
  private static final long SAVE_NANOS = Duration.ofMillis(500).toNanos();
  private static final long SEGMENT_BYTES = 16 << 20;
  private static final Duration FLUSH_PATIENCE = Duration.ofSeconds(5);

  private final ShipperOptions options;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private final Uplink uplink;
  private final StateStore store;
  private final SpoolBudget budget;
  private final Ledger ledger;
  private final Map<String, SourceState> states = new ConcurrentHashMap<>();
  private final Map<String, KafkaOutlet> outlets = new ConcurrentHashMap<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread = new Thread(this::work, "shipper");
  private long lastSave;

  KafkaShipper(ShipperOptions options, KafkaClients clients, Clock clock, LongSupplier nanoTime)
      throws IOException {
    this.options = options;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.uplink = new Uplink(clients, options.windowBytes());
    this.store = new StateStore(options.state().resolve("sources"));
    this.budget = new SpoolBudget(options.spoolLimit());
    this.ledger = new Ledger(options.collector());
    this.lastSave = nanoTime.getAsLong();
    store.all().forEach(state -> states.put(state.source(), state));
  }

  /** A running shipper to a real Kafka, which need not be there yet. */
  public static KafkaShipper start(ShipperOptions options, Clock clock) throws IOException {
    KafkaShipper shipper =
        new KafkaShipper(options, KafkaClients.of(options), clock, System::nanoTime);
    shipper.thread.start();
    return shipper;
  }

  @Override
  public ReplayOutlet replay(Source source) {
    KafkaOutlet outlet = outlets.computeIfAbsent(source.id(), id -> openReplay(source));
    if (outlet instanceof ReplayOutlet replay) {
      return replay;
    }
    throw new IllegalArgumentException("source " + source.id() + " is of another kind already");
  }

  @Override
  public StreamOutlet stream(Source source) {
    KafkaOutlet outlet = outlets.computeIfAbsent(source.id(), id -> openStream(source));
    if (outlet instanceof StreamOutlet stream) {
      return stream;
    }
    throw new IllegalArgumentException("source " + source.id() + " is of another kind already");
  }

  private KafkaOutlet openReplay(Source source) {
    SourceState known = states.get(source.id());
    SourceState state = known == null ? SourceState.first(source.id(), nowSeconds()) : known;
    KafkaReplayOutlet outlet = new KafkaReplayOutlet(lane(source, state), state);
    remember(state, known, outlet);
    return outlet;
  }

  private KafkaOutlet openStream(Source source) {
    SourceState known = states.get(source.id());
    SourceState state =
        known == null
            ? SourceState.first(source.id(), nowSeconds())
            : known.withEpoch(Math.max(nowSeconds(), known.epoch() + 1));
    Path directory = options.state().resolve("spool").resolve(StateStore.fileName(source.id()));
    try {
      Spool spool = Spool.open(directory, SEGMENT_BYTES, budget, options.sync());
      KafkaStreamOutlet outlet =
          new KafkaStreamOutlet(
              lane(source, state), state, spool, options.stalledAfter().toNanos());
      remember(state, known, outlet);
      return outlet;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the spool " + directory, e);
    }
  }

  private Lane lane(Source source, SourceState state) {
    return new Lane(
        source,
        options.collector(),
        state,
        uplink.link(),
        uplink.ends(source.destination().topic()),
        nanoTime);
  }

  /** Before anything is sent, the state on disk says that the agent did not end in order. */
  private void remember(SourceState state, @Nullable SourceState known, KafkaOutlet outlet) {
    SourceState running = state.withClean(false);
    store.save(running);
    states.put(state.source(), running);
    if (known == null || known.clean() || !outlet.mustResume()) {
      outlet.resumed(state.acked());
    } else {
      uplink.resumeLater(outlet, state);
    }
  }

  private long nowSeconds() {
    return clock.instant().getEpochSecond();
  }

  private void work() {
    try {
      while (!stopped.await(TEND_MILLIS, TimeUnit.MILLISECONDS)) {
        tend();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One round of the shipper's own work; a fault of one part does not keep others waiting. */
  void tend() {
    guarded("link", () -> uplink.tend(outlets.values()));
    for (KafkaOutlet outlet : outlets.values()) {
      guarded(outlet.source().id(), outlet::tend);
    }
    if (nanoTime.getAsLong() - lastSave >= SAVE_NANOS) {
      lastSave = nanoTime.getAsLong();
      guarded("positions", () -> save(false));
    }
    guarded("ledger", () -> ledger.write(minute(), outlets.values(), uplink.link()));
  }

  private Instant minute() {
    return clock.instant().truncatedTo(ChronoUnit.MINUTES);
  }

  private void guarded(String what, Work work) {
    try {
      work.run();
    } catch (IOException | RuntimeException e) {
      LOG.warn("{}: {}", what, e.toString());
      LOG.debug("{}", what, e);
    }
  }

  private void save(boolean clean) {
    outlets.forEach(
        (id, outlet) -> {
          SourceState state = outlet.state(clean);
          if (!state.equals(states.put(id, state))) {
            store.save(state);
          }
        });
  }

  /** Whether Kafka takes records now. */
  public boolean connected() {
    long limit = options.stalledAfter().toNanos();
    return uplink.ready()
        && outlets.values().stream().allMatch(outlet -> outlet.lane().silentNanos() < limit);
  }

  /** Figures of each source opened so far. */
  public List<SourceFigures> figures() {
    Instant now = clock.instant();
    long nowMicros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
    return outlets.values().stream()
        .map(
            outlet ->
                new SourceFigures(
                    outlet.source().id(),
                    outlet.counters(),
                    outlet.spooledBytes(),
                    outlet.lagSeconds(nowMicros)))
        .collect(Collectors.toList());
  }

  /**
   * Ends in order, after the collectors: waits a little for what is under way, spools the rest,
   * saves all positions.
   */
  @Override
  public void close() {
    stopped.countDown();
    try {
      thread.join(FLUSH_PATIENCE.multipliedBy(2).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    uplink.flush(FLUSH_PATIENCE);
    outlets.values().forEach(outlet -> guarded(outlet.source().id(), outlet::close));
    guarded("ledger", () -> ledger.writeLast(minute(), outlets.values(), uplink.link()));
    uplink.close();
    guarded("positions", () -> save(true));
  }

  private interface Work {
    void run() throws IOException;
  }
}
