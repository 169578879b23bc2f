package io.zhidun.collectors.probe;

import io.zhidun.collectors.core.Collector;
import io.zhidun.collectors.core.Shipper;
import io.zhidun.collectors.metrics.MetricSource;
import io.zhidun.collectors.metrics.SeriesLimits;
import io.zhidun.collectors.metrics.Staging;
import io.zhidun.events.metrics.MetricKind;
import io.zhidun.events.metrics.Series;
import io.zhidun.events.metrics.Values;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at targets again and again, over IPv4 and IPv6 apart, and ships what it found as metrics
 * with the labels {@code job}, {@code instance}, {@code check} and {@code ip_protocol}.
 */
public final class ProbeCollector implements Collector {
  private static final int THREADS = 8;
  private static final long LONGEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final ProbeOptions options;
  private final MetricSource source;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private final BlockingQueue<Round> rounds = new LinkedBlockingQueue<>();
  private volatile boolean stopped;

  public ProbeCollector(ProbeOptions options, Shipper shipper, Clock clock, LongSupplier nanoTime) {
    this.options = options;
    this.source = MetricSource.open(shipper, options.source(), SeriesLimits.DEFAULT, clock);
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  @Override
  public String name() {
    return options.source();
  }

  /** Figures of the samples. */
  public MetricSource source() {
    return source;
  }

  @Override
  public void run() throws IOException {
    ScheduledThreadPoolExecutor threads =
        new ScheduledThreadPoolExecutor(
            THREADS,
            work -> {
              Thread thread = new Thread(work, "probe");
              thread.setDaemon(true);
              return thread;
            });
    threads.setRemoveOnCancelPolicy(true);
    rounds.clear();
    List<Watched> all = watched();
    try (Prober prober = new Prober(options.timeout())) {
      while (!stopped) {
        begin(all, prober, threads);
        take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      threads.shutdownNow();
    }
  }

  /** Spread over the interval. */
  private List<Watched> watched() {
    long now = nanoTime.getAsLong();
    long step = options.interval().toNanos() / options.checks().size();
    List<Watched> all = new ArrayList<>();
    for (Check check : options.checks()) {
      all.add(new Watched(check, now + step * all.size()));
    }
    return all;
  }

  private void begin(List<Watched> all, Prober prober, ScheduledThreadPoolExecutor threads) {
    long now = nanoTime.getAsLong();
    for (Watched each : all) {
      if (!each.underWay && now - each.dueNanos >= 0) {
        each.underWay = true;
        long interval = options.interval().toNanos();
        each.dueNanos += interval * (1 + (now - each.dueNanos) / interval);
        threads.execute(() -> rounds.add(new Round(each, clock.millis(), prober.look(each.check))));
      }
    }
  }

  private void take() throws InterruptedException {
    Round round = rounds.poll(LONGEST_WAIT_NANOS / 4, TimeUnit.NANOSECONDS);
    while (round != null) {
      round.of.underWay = false;
      ship(round);
      round = rounds.poll();
    }
  }

  private void ship(Round round) {
    Staging staging = source.stage();
    for (Prober.Found found : round.found) {
      stage(round, found, staging);
    }
    List<byte[]> records = staging.records();
    int taken = source.ship(records, null);
    if (taken == records.size()) {
      source.count(staging);
    } else {
      source.dropUnkept(records.size() - taken, staging.samples());
    }
  }

  private void stage(Round round, Prober.Found found, Staging to) {
    Finding finding = found.finding();
    Map<String, String> labels = labels(round.of.check, finding.family());
    add(to, "probe_success", labels, round.timeMillis, finding.succeeded() ? 1 : 0);
    add(to, "probe_duration_seconds", labels, round.timeMillis, found.seconds());
    add(to, "probe_dns_lookup_time_seconds", labels, round.timeMillis, found.lookupSeconds());
    for (Finding.Measure each : finding.measures()) {
      Map<String, String> all = new LinkedHashMap<>(labels);
      all.putAll(each.labels());
      add(to, each.name(), all, round.timeMillis, each.value());
    }
    stageReason(round, finding, labels, to);
  }

  /** One series a reason; it ends when the reason does. */
  private static void stageReason(
      Round round, Finding finding, Map<String, String> labels, Staging to) {
    Finding.Reason now = finding.reason();
    Finding.Reason before = round.of.reasons.put(finding.family(), now);
    if (before != null && before != now) {
      addReason(to, labels, before, round.timeMillis, Values.STALE);
    }
    if (now != null) {
      addReason(to, labels, now, round.timeMillis, 1);
    }
  }

  private static void addReason(
      Staging to, Map<String, String> labels, Finding.Reason reason, long time, double value) {
    Map<String, String> all = new LinkedHashMap<>(labels);
    all.put("reason", reason.label());
    add(to, "probe_failure_info", all, time, value);
  }

  private static void add(
      Staging to, String name, Map<String, String> labels, long time, double value) {
    Series unused = to.series(name, labels, MetricKind.GAUGE);
    to.sample(time, value);
  }

  private Map<String, String> labels(Check check, Family family) {
    Map<String, String> labels = new LinkedHashMap<>(check.labels());
    labels.put("job", options.source());
    labels.put("instance", check.target());
    labels.put("check", check.kind().name().toLowerCase(Locale.ROOT));
    labels.put("ip_protocol", family.number());
    return labels;
  }

  @Override
  public void stop() {
    stopped = true;
  }

  /** A check between two looks. Used by the collector's own thread. */
  private static final class Watched {
    private final Check check;
    private final Map<Family, Finding.@Nullable Reason> reasons = new LinkedHashMap<>();
    private long dueNanos;
    private boolean underWay;

    Watched(Check check, long dueNanos) {
      this.check = check;
      this.dueNanos = dueNanos;
    }
  }

  private record Round(Watched of, long timeMillis, List<Prober.Found> found) {}
}
