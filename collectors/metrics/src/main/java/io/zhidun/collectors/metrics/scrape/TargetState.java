package io.zhidun.collectors.metrics.scrape;

import io.zhidun.collectors.metrics.MetricSource;
import io.zhidun.collectors.metrics.Staging;
import io.zhidun.events.metrics.MalformedSamplesException;
import io.zhidun.events.metrics.MetricKind;
import io.zhidun.events.metrics.SampleReader;
import io.zhidun.events.metrics.Values;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is remembered of a target between two scrapes: the records of the last good one, whose
 * series get a stale marker when they are missing in the next. They are kept as they were shipped,
 * some fifty bytes a series.
 */
final class TargetState {
  final Target target;
  long dueNanos;
  boolean underWay;
  private List<byte[]> lastRecords = List.of();
  private SeriesSet lastSeries = new SeriesSet();

  TargetState(Target target, long dueNanos) {
    this.target = target;
    this.dueNanos = dueNanos;
  }

  /** Takes a good scrape: its samples, the ends of series that it misses, and what we say of it. */
  List<byte[]> succeeded(Scrape scrape, MetricSource source, long timeMillis, Duration took) {
    List<byte[]> own = List.copyOf(scrape.tracked().records());
    Staging rest = scrape.timed();
    int added = scrape.seen().size() - continued(scrape.seen(), rest, timeMillis);
    report(rest, timeMillis, true, took, scrape.scraped(), scrape.kept(), added);
    lastRecords = own;
    lastSeries = scrape.seen();
    List<byte[]> all = new ArrayList<>(own);
    all.addAll(rest.records());
    return all;
  }

  /** Takes a scrape that failed: all series end. */
  Staging failed(MetricSource source, long timeMillis, Duration took) {
    Staging staging = source.stage();
    int unusedContinued = continued(new SeriesSet(), staging, timeMillis);
    report(staging, timeMillis, false, took, 0, 0, 0);
    lastRecords = List.of();
    lastSeries = new SeriesSet();
    return staging;
  }

  /** The target is no more: everything said of it ends. */
  Staging gone(MetricSource source, long timeMillis) {
    Staging staging = source.stage();
    int unusedContinued = continued(new SeriesSet(), staging, timeMillis);
    for (String name : Report.NAMES) {
      add(staging, name, timeMillis, Values.STALE);
    }
    return staging;
  }

  /** Ends the series that are no more; gives the number of those that go on. */
  private int continued(SeriesSet now, Staging to, long timeMillis) {
    int continued = 0;
    SampleReader reader = new SampleReader();
    try {
      for (byte[] record : lastRecords) {
        reader.begin(record);
        while (reader.nextSeries()) {
          if (now.contains(reader.idLow())) {
            continued++;
          } else {
            to.write(reader.series(), timeMillis, Values.STALE);
          }
        }
      }
    } catch (MalformedSamplesException e) {
      throw new IllegalStateException("a record of our own cannot be read", e);
    }
    return continued;
  }

  private void report(
      Staging to, long time, boolean up, Duration took, int scraped, int kept, int added) {
    add(to, Report.UP, time, up ? 1 : 0);
    add(to, Report.DURATION, time, took.toNanos() / 1e9);
    add(to, Report.SCRAPED, time, scraped);
    add(to, Report.KEPT, time, kept);
    add(to, Report.ADDED, time, added);
  }

  private void add(Staging to, String name, long time, double value) {
    if (to.series(name, target.labels(), MetricKind.GAUGE) != null) {
      to.sample(time, value);
    }
  }

  int series() {
    return lastSeries.size();
  }

  /** Names of what we say of a scrape; Prometheus' own. */
  private static final class Report {
    static final String UP = "up";
    static final String DURATION = "scrape_duration_seconds";
    static final String SCRAPED = "scrape_samples_scraped";
    static final String KEPT = "scrape_samples_post_metric_relabeling";
    static final String ADDED = "scrape_series_added";
    static final List<String> NAMES = List.of(UP, DURATION, SCRAPED, KEPT, ADDED);
  }
}
