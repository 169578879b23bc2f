package io.zhidun.collectors.metrics.scrape;

import io.zhidun.collectors.metrics.Dropped;
import io.zhidun.collectors.metrics.MetricSource;
import io.zhidun.collectors.metrics.Staging;
import io.zhidun.collectors.metrics.text.LineFeeder;
import io.zhidun.collectors.metrics.text.SampleSink;
import io.zhidun.collectors.metrics.text.TextFault;
import io.zhidun.collectors.metrics.text.TextParser;
import io.zhidun.events.metrics.MetricKind;
import io.zhidun.events.metrics.Series;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a target, read while it comes: what it holds is staged, and counts only when it was
 * read to its end. Fed by the client's threads, one at a time.
 */
final class Scrape implements HttpResponse.BodySubscriber<Scrape>, SampleSink {
  private final ScrapeOptions options;
  private final Target target;
  private final long timeMillis;
  private final Staging tracked;
  private final Staging timed;
  private final LineFeeder feeder;
  private final CompletableFuture<Scrape> whole = new CompletableFuture<>();
  private final SeriesSet seen = new SeriesSet();
  private Flow.@Nullable Subscription subscription;
  private long read;
  private int scraped;
  private int kept;

  Scrape(
      ScrapeOptions options,
      Target target,
      MetricSource source,
      long timeMillis,
      boolean openMetrics) {
    this.options = options;
    this.target = target;
    this.timeMillis = timeMillis;
    this.tracked = source.stage();
    this.timed = source.stage();
    this.feeder = new LineFeeder(new TextParser(openMetrics, this));
  }

  /** Samples with the scrape's own time; their series end when they are missing. */
  Staging tracked() {
    return tracked;
  }

  /** Samples whose time the target gave. */
  Staging timed() {
    return timed;
  }

  /** Series of the tracked samples. */
  SeriesSet seen() {
    return seen;
  }

  /** Samples read. */
  int scraped() {
    return scraped;
  }

  /** Samples left by relabelling. */
  int kept() {
    return kept;
  }

  @Override
  public void sample(
      String name, Map<String, String> labels, MetricKind kind, long time, double value) {
    scraped++;
    if (scraped > options.maxSamples()) {
      return; // the whole answer is refused behind this line
    }
    Map<String, String> all = withTargets(labels);
    String kept = name;
    if (!options.sampleRules().isEmpty()) {
      all.put(Series.NAME_LABEL, name);
      if (!RelabelRule.apply(options.sampleRules(), all)) {
        return;
      }
      String renamed = all.remove(Series.NAME_LABEL);
      kept = renamed == null ? "" : renamed;
      all.keySet().removeIf(label -> label.startsWith("__"));
    }
    stage(kept, all, kind, time, value);
  }

  private void stage(
      String name, Map<String, String> labels, MetricKind kind, long time, double value) {
    kept++;
    if (time != NO_TIME && options.honorTimestamps()) {
      Series unusedSeries = timed.series(name, labels, kind);
      timed.sample(time, value);
      return;
    }
    Series series = tracked.series(name, labels, kind);
    if (series != null && !seen.add(series.id())) {
      tracked.drop(Dropped.DUPLICATE);
    } else {
      tracked.sample(timeMillis, value);
    }
  }

  private Map<String, String> withTargets(Map<String, String> labels) {
    Map<String, String> all = new LinkedHashMap<>(target.labels());
    labels.forEach(
        (name, value) -> {
          if (!all.containsKey(name) || options.honorLabels()) {
            all.put(name, value);
          } else if (!value.isEmpty()) {
            String exported = "exported_" + name;
            while (all.containsKey(exported) || labels.containsKey(exported)) {
              exported = "exported_" + exported;
            }
            all.put(exported, value);
          }
        });
    return all;
  }

  @Override
  public CompletionStage<Scrape> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    Flow.Subscription from = subscription;
    if (from == null || whole.isDone()) {
      return;
    }
    try {
      for (ByteBuffer buffer : buffers) {
        read += buffer.remaining();
        if (read > options.maxBody()) {
          throw new IOException("an answer may have " + options.maxBody() + " bytes");
        }
        feeder.feed(buffer);
        requireFewSamples();
      }
      from.request(1);
    } catch (IOException | TextFault e) {
      from.cancel();
      boolean unusedFirst = whole.completeExceptionally(e);
    }
  }

  private void requireFewSamples() throws IOException {
    if (scraped > options.maxSamples()) {
      throw new IOException("an answer may have " + options.maxSamples() + " samples");
    }
  }

  @Override
  public void onError(Throwable cause) {
    boolean unusedFirst = whole.completeExceptionally(cause);
  }

  @Override
  public void onComplete() {
    try {
      feeder.end();
      requireFewSamples();
      boolean unusedFirst = whole.complete(this);
    } catch (IOException | TextFault e) {
      boolean unusedFirst = whole.completeExceptionally(e);
    }
  }
}
