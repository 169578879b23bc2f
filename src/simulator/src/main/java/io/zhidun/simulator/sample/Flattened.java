package io.zhidun.simulator.sample;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBucket;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Metrics as the samples that a scrape at a moment would store. */
final class Flattened {
  private final Instant time;
  private final String instance;
  private final Consumer<Sample> sink;

  /**
   * @param instance the label that a scrape adds
   */
  Flattened(Instant time, String instance, Consumer<Sample> sink) {
    this.time = time;
    this.instance = instance;
    this.sink = sink;
  }

  void write(MetricSnapshots metrics) {
    for (MetricSnapshot metric : metrics) {
      String name = metric.getMetadata().getPrometheusName();
      for (DataPointSnapshot point : metric.getDataPoints()) {
        write(name, point);
      }
    }
  }

  private void write(String name, DataPointSnapshot point) {
    SortedMap<String, String> labels = labels(point.getLabels());
    if (point instanceof CounterSnapshot.CounterDataPointSnapshot counter) {
      sample(name + "_total", labels, counter.getValue());
    } else if (point instanceof GaugeSnapshot.GaugeDataPointSnapshot gauge) {
      sample(name, labels, gauge.getValue());
    } else if (point instanceof HistogramSnapshot.HistogramDataPointSnapshot histogram) {
      histogram(name, labels, histogram);
    } else {
      throw new IllegalStateException(name + " is of a kind that no system here exposes");
    }
  }

  private void histogram(
      String name,
      SortedMap<String, String> labels,
      HistogramSnapshot.HistogramDataPointSnapshot histogram) {
    long sum = 0;
    for (ClassicHistogramBucket bucket : histogram.getClassicBuckets()) {
      sum += bucket.getCount();
      SortedMap<String, String> own = new TreeMap<>(labels);
      double bound = bucket.getUpperBound();
      own.put("le", Double.isInfinite(bound) ? "+Inf" : Double.toString(bound));
      sample(name + "_bucket", Collections.unmodifiableSortedMap(own), sum);
    }
    sample(name + "_count", labels, sum);
    sample(name + "_sum", labels, histogram.getSum());
  }

  private void sample(String name, SortedMap<String, String> labels, double value) {
    sink.accept(new Sample(time, name, labels, value));
  }

  private SortedMap<String, String> labels(Labels labels) {
    SortedMap<String, String> all = new TreeMap<>();
    for (int i = 0; i < labels.size(); i++) {
      all.put(labels.getName(i), labels.getValue(i));
    }
    all.put("instance", instance);
    return Collections.unmodifiableSortedMap(all);
  }
}
