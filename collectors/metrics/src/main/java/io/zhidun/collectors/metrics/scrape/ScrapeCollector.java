package io.zhidun.collectors.metrics.scrape;

import io.zhidun.collectors.core.Collector;
import io.zhidun.collectors.core.Shipper;
import io.zhidun.collectors.metrics.MetricSource;
import io.zhidun.collectors.metrics.Staging;
import io.zhidun.collectors.metrics.text.TextParser;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scrapes a job's targets, each at its own moment of the interval, and ships what they say, with
 * {@code up} and {@code scrape_*} beside it. An answer counts as a whole or not at all.
 */
public final class ScrapeCollector implements Collector {
  private static final Logger LOG = LoggerFactory.getLogger(ScrapeCollector.class);
  private static final int MOST_UNDER_WAY = 64;
  private static final int CLIENT_THREADS = 2;
  private static final int OK = 200;
  private static final long LONGEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final String ACCEPT =
      "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5,*/*;q=0.1";

  private final ScrapeOptions options;
  private final MetricSource source;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
  private final Map<Target, TargetState> states = new LinkedHashMap<>();
  private volatile boolean stopped;
  private int underWay;
  private long refreshNanos;

  public ScrapeCollector(
      ScrapeOptions options, Shipper shipper, Clock clock, LongSupplier nanoTime) {
    this.options = options;
    this.source = MetricSource.open(shipper, options.source(), options.limits(), clock);
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  @Override
  public String name() {
    return options.source();
  }

  /** Figures of the job's samples. */
  public MetricSource source() {
    return source;
  }

  @Override
  public void run() throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(CLIENT_THREADS, ScrapeCollector::daemon);
    HttpClient client =
        HttpClient.newBuilder()
            .executor(threads)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(options.timeout())
            .build();
    states.clear();
    outcomes.clear();
    underWay = 0;
    refreshNanos = nanoTime.getAsLong();
    try {
      Discovery discovery = new Discovery(options, client);
      while (!stopped) {
        round(client, discovery);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      threads.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "scrape-client");
    thread.setDaemon(true);
    return thread;
  }

  private void round(HttpClient client, Discovery discovery) throws InterruptedException {
    long now = nanoTime.getAsLong();
    if (now - refreshNanos >= 0) {
      refreshNanos = now + options.refresh().toNanos();
      adopt(discovery.targets(), now);
    }
    long next = refreshNanos;
    for (TargetState state : states.values()) {
      if (now - state.dueNanos >= 0 && !state.underWay && underWay < MOST_UNDER_WAY) {
        begin(client, state, now);
      }
      next = state.dueNanos - next < 0 && !state.underWay ? state.dueNanos : next;
    }
    long wait = Math.max(1, Math.min(next - now, LONGEST_WAIT_NANOS));
    Outcome outcome = outcomes.poll(wait, TimeUnit.NANOSECONDS);
    while (outcome != null) {
      take(outcome);
      outcome = outcomes.poll();
    }
  }

  private void adopt(Set<Target> found, long now) {
    for (Iterator<TargetState> each = states.values().iterator(); each.hasNext(); ) {
      TargetState state = each.next();
      if (!found.contains(state.target)) {
        each.remove();
        ship(state.gone(source, clock.millis()));
      }
    }
    for (Target target : found) {
      states.computeIfAbsent(target, added -> new TargetState(added, firstDue(added, now)));
    }
  }

  /** A place in the interval that stays the same after a restart. */
  private long firstDue(Target target, long now) {
    long interval = options.interval().toNanos();
    long phase = Math.floorMod(clock.millis() * 1_000_000, interval);
    long place = Math.floorMod(target.url().hashCode() * 2_654_435_761L, interval);
    return now + Math.floorMod(place - phase, interval);
  }

  private void begin(HttpClient client, TargetState state, long now) {
    state.underWay = true;
    underWay++;
    long interval = options.interval().toNanos();
    state.dueNanos += interval * (1 + Math.max(0, now - state.dueNanos) / interval);
    long time = clock.millis();
    CompletableFuture<HttpResponse<Scrape>> answer;
    try {
      answer = client.sendAsync(request(state.target), head -> open(head, state.target, time));
    } catch (IOException | RuntimeException e) {
      outcomes.add(new Outcome(state, time, now, null, e));
      return;
    }
    CompletableFuture<HttpResponse<Scrape>> unused =
        answer
            .copy()
            .orTimeout(options.timeout().toNanos(), TimeUnit.NANOSECONDS)
            .whenComplete(
                (response, fault) -> {
                  boolean unusedCancelled = answer.cancel(true);
                  Scrape scrape = response == null ? null : response.body();
                  outcomes.add(new Outcome(state, time, now, scrape, fault));
                });
  }

  private HttpRequest request(Target target) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.url())
            .header("Accept", ACCEPT)
            .header("User-Agent", "zhidun")
            .header(
                "X-Prometheus-Scrape-Timeout-Seconds",
                Double.toString(options.timeout().toMillis() / 1e3))
            .timeout(options.timeout());
    Path token = options.tokenFile();
    if (token != null) {
      String text = Files.readString(token, StandardCharsets.UTF_8).strip();
      request.header("Authorization", "Bearer " + text);
    }
    return request.build();
  }

  private HttpResponse.BodySubscriber<Scrape> open(
      HttpResponse.ResponseInfo head, Target target, long time) {
    if (head.statusCode() != OK) {
      throw new CompletionException(new IOException("the answer has status " + head.statusCode()));
    }
    if (head.headers().firstValue("Content-Encoding").isPresent()) {
      throw new CompletionException(new IOException("the answer is encoded, which was not asked"));
    }
    String type = head.headers().firstValue("Content-Type").orElse("");
    return new Scrape(options, target, source, time, TextParser.isOpenMetrics(type));
  }

  private void take(Outcome outcome) {
    TargetState state = outcome.state;
    state.underWay = false;
    underWay--;
    if (states.get(state.target) != state) {
      return; // it went away meanwhile
    }
    Duration took = Duration.ofNanos(nanoTime.getAsLong() - outcome.begunNanos);
    Scrape scrape = outcome.scrape;
    if (scrape == null) {
      LOG.debug("{} {}: {}", name(), state.target.url(), reason(outcome.fault));
      ship(state.failed(source, outcome.timeMillis, took));
      return;
    }
    List<byte[]> records = state.succeeded(scrape, source, outcome.timeMillis, took);
    long samples = scrape.tracked().samples() + scrape.timed().samples();
    if (ship(records, samples)) {
      source.count(scrape.tracked());
      source.count(scrape.timed());
    }
  }

  private void ship(Staging staging) {
    if (ship(staging.records(), staging.samples())) {
      source.count(staging);
    }
  }

  /** A target cannot be asked again for what it said: what finds no room is counted and lost. */
  private boolean ship(List<byte[]> records, long samples) {
    int taken = source.ship(records, null);
    if (taken < records.size()) {
      source.dropUnkept(records.size() - taken, samples);
      return false;
    }
    return true;
  }

  private String reason(@Nullable Throwable fault) {
    Throwable cause = fault;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof TimeoutException
        ? "no whole answer within " + options.timeout()
        : String.valueOf(cause);
  }

  @Override
  public void stop() {
    stopped = true;
  }

  private record Outcome(
      TargetState state,
      long timeMillis,
      long begunNanos,
      @Nullable Scrape scrape,
      @Nullable Throwable fault) {}
}
