package io.zhidun.collectors.metrics.push;

import io.zhidun.collectors.metrics.Staging;
import io.zhidun.events.metrics.MetricKind;
import io.zhidun.events.metrics.Series;
import io.zhidun.events.metrics.Values;
import java.util.LinkedHashMap;
import java.util.Map;

/** Stages the points of one resource as series with its {@code job} and {@code instance}. */
final class OtlpSeries {
  private static final String SERVICE = "service.name";
  private static final String NAMESPACE = "service.namespace";
  private static final String INSTANCE = "service.instance.id";

  private final Map<String, String> resource;
  private final Map<String, String> identity = new LinkedHashMap<>();
  private final Staging to;
  private long latestMillis;
  private int points;

  OtlpSeries(Map<String, String> resource, Staging to) {
    this.resource = resource;
    this.to = to;
    String service = resource.getOrDefault(SERVICE, "");
    String namespace = resource.getOrDefault(NAMESPACE, "");
    identity.put("job", namespace.isEmpty() ? service : namespace + "/" + service);
    identity.put("instance", resource.getOrDefault(INSTANCE, ""));
  }

  Staging staging() {
    return to;
  }

  /** Counts one more point of the resource. */
  int countPoint() {
    return ++points;
  }

  void number(String name, MetricKind kind, OtlpPoint point) {
    Series unused = to.series(name, labels(point), kind);
    sample(point, point.value);
  }

  /** Buckets become cumulative, as Prometheus has them. */
  void histogram(String name, OtlpPoint point) {
    Map<String, String> labels = labels(point);
    long below = 0;
    for (int i = 0; i < point.bounds.length && i < point.counts.length; i++) {
      below += point.counts[i];
      part(name + "_bucket", labels, "le", number(point.bounds[i]), point, below);
    }
    part(name + "_bucket", labels, "le", "+Inf", point, point.count);
    counts(name, labels, MetricKind.HISTOGRAM, point);
  }

  void summary(String name, OtlpPoint point) {
    Map<String, String> labels = labels(point);
    for (int i = 0; i < point.quantiles.length; i++) {
      Map<String, String> all = new LinkedHashMap<>(labels);
      all.put("quantile", number(point.quantiles[i]));
      Series unused = to.series(name, all, MetricKind.SUMMARY);
      sample(point, point.quantileValues[i]);
    }
    counts(name, labels, MetricKind.SUMMARY, point);
  }

  private void part(
      String name,
      Map<String, String> labels,
      String label,
      String value,
      OtlpPoint point,
      double count) {
    Map<String, String> all = new LinkedHashMap<>(labels);
    all.put(label, value);
    Series unused = to.series(name, all, MetricKind.HISTOGRAM);
    sample(point, count);
  }

  private void counts(String name, Map<String, String> labels, MetricKind kind, OtlpPoint point) {
    if (point.hasSum) {
      Series unusedSum = to.series(name + "_sum", labels, kind);
      sample(point, point.sum);
    }
    Series unusedCount = to.series(name + "_count", labels, kind);
    sample(point, point.count);
  }

  private void sample(OtlpPoint point, double value) {
    latestMillis = Math.max(latestMillis, point.timeMillis);
    to.sample(point.timeMillis, point.recorded ? value : Values.STALE);
  }

  /** What else the resource says of itself, in one series. */
  void targetInfo() {
    Map<String, String> more = new LinkedHashMap<>();
    resource.forEach(
        (key, value) -> {
          if (!key.equals(SERVICE) && !key.equals(NAMESPACE) && !key.equals(INSTANCE)) {
            more.put(OtlpNames.label(key), value);
          }
        });
    if (more.isEmpty() || latestMillis == 0 || identity.values().stream().allMatch(""::equals)) {
      return;
    }
    more.putAll(identity);
    if (to.series("target_info", more, MetricKind.INFO) != null) {
      to.sample(latestMillis, 1);
    }
  }

  private Map<String, String> labels(OtlpPoint point) {
    Map<String, String> labels = new LinkedHashMap<>();
    // Attributes whose names fall together share the label, as the specification says.
    point.attributes.forEach(
        (key, value) -> labels.merge(OtlpNames.label(key), value, (a, b) -> a + ";" + b));
    labels.putAll(identity);
    return labels;
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
