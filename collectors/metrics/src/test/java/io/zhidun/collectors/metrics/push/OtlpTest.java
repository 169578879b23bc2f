package io.zhidun.collectors.metrics.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogram;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Histogram;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.metrics.v1.Sum;
import io.opentelemetry.proto.metrics.v1.Summary;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;
import io.opentelemetry.proto.resource.v1.Resource;
import io.zhidun.collectors.metrics.SeriesLimits;
import io.zhidun.collectors.metrics.Shipped;
import io.zhidun.events.metrics.MetricKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests are made by the protocol's own classes. */
class OtlpTest {
  private static final long NANOS = PushScene.NOON * 1_000_000;
  private static final String OWN = "instance=\"i-1\",job=\"trademark/search\"";

  private final PushScene scene = new PushScene(null, SeriesLimits.DEFAULT);

  @AfterEach
  void end() throws InterruptedException {
    scene.close();
  }

  @Test
  void takesNumbersHistogramsAndSummaries() throws IOException {
    HttpResponse<byte[]> answer =
        send(
            gauge("system.memory.usage", "By", number().setAsInt(-5)),
            sum("http.requests", "1", true, number().setAsDouble(2.5)),
            sum("queue.depth", "{item}", false, number().setAsInt(3)),
            gauge("gone", "", number().setFlags(1)),
            Metric.newBuilder()
                .setName("http.server.duration")
                .setUnit("s")
                .setHistogram(
                    Histogram.newBuilder()
                        .setAggregationTemporality(
                            AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE)
                        .addDataPoints(
                            HistogramDataPoint.newBuilder()
                                .setTimeUnixNano(NANOS)
                                .addExplicitBounds(0.5)
                                .addExplicitBounds(1)
                                .addBucketCounts(2)
                                .addBucketCounts(3)
                                .addBucketCounts(4)
                                .setCount(9)
                                .setSum(7.5)))
                .build(),
            Metric.newBuilder()
                .setName("lag")
                .setSummary(
                    Summary.newBuilder()
                        .addDataPoints(
                            SummaryDataPoint.newBuilder()
                                .setTimeUnixNano(NANOS)
                                .setCount(2)
                                .setSum(3)
                                .addQuantileValues(
                                    SummaryDataPoint.ValueAtQuantile.newBuilder()
                                        .setQuantile(0.99)
                                        .setValue(2))))
                .build());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(scene.texts())
        .containsExactly(
            "system_memory_usage_bytes{" + OWN + ",state_of=\"used\"} -5.0",
            "http_requests_total{" + OWN + ",state_of=\"used\"} 2.5",
            "queue_depth{" + OWN + ",state_of=\"used\"} 3.0",
            "gone{" + OWN + ",state_of=\"used\"} stale",
            "http_server_duration_seconds_bucket{" + OWN + ",le=\"0.5\"} 2.0",
            "http_server_duration_seconds_bucket{" + OWN + ",le=\"1\"} 5.0",
            "http_server_duration_seconds_bucket{" + OWN + ",le=\"+Inf\"} 9.0",
            "http_server_duration_seconds_sum{" + OWN + "} 7.5",
            "http_server_duration_seconds_count{" + OWN + "} 9.0",
            "lag{" + OWN + ",quantile=\"0.99\"} 2.0",
            "lag_sum{" + OWN + "} 3.0",
            "lag_count{" + OWN + "} 2.0",
            "target_info{host_name=\"h\"," + OWN + "} 1.0");
    assertThat(Shipped.samples(scene.shipper, "prometheus"))
        .allMatch(sample -> sample.timeMillis() == PushScene.NOON)
        .extracting(sample -> sample.series().kind())
        .startsWith(MetricKind.GAUGE, MetricKind.COUNTER, MetricKind.GAUGE)
        .endsWith(MetricKind.INFO);
  }

  @Test
  void whatIsNotTakenIsToldBesideWhatIs() throws IOException {
    HttpResponse<byte[]> answer =
        send(
            gauge("fine", "", number()),
            Metric.newBuilder()
                .setName("delta")
                .setSum(
                    Sum.newBuilder()
                        .setAggregationTemporality(
                            AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA)
                        .addDataPoints(number()))
                .build(),
            Metric.newBuilder()
                .setName("e")
                .setExponentialHistogram(
                    ExponentialHistogram.newBuilder()
                        .addDataPoints(ExponentialHistogramDataPoint.newBuilder().setCount(1)))
                .build());

    assertThat(answer.statusCode()).isEqualTo(200);
    var partial = ExportMetricsServiceResponse.parseFrom(answer.body()).getPartialSuccess();
    assertThat(partial.getRejectedDataPoints()).isEqualTo(2);
    assertThat(partial.getErrorMessage()).isEqualTo("delta values are not taken");
    assertThat(scene.texts()).hasSize(2);
  }

  @Test
  void whatIsNoRequestIsRefused() throws IOException {
    byte[] cut = request(gauge("a", "", number()));
    assertThat(post(Arrays.copyOf(cut, cut.length - 3), "identity").statusCode()).isEqualTo(400);
    assertThat(post(cut, "gzip").statusCode()).isEqualTo(400);
    assertThat(post(cut, "snappy").statusCode()).isEqualTo(415);
    assertThat(post(gzip(new byte[8 << 20]), "gzip").statusCode()).isEqualTo(413);
    assertThat(scene.texts()).isEmpty();
  }

  private HttpResponse<byte[]> send(Metric... metrics) throws IOException {
    return post(gzip(request(metrics)), "gzip");
  }

  private HttpResponse<byte[]> post(byte[] body, String encoding) {
    return scene.post(
        1,
        "/v1/metrics",
        body,
        "Content-Type",
        "application/x-protobuf",
        "Content-Encoding",
        encoding);
  }

  private static byte[] request(Metric... metrics) {
    ScopeMetrics.Builder scope = ScopeMetrics.newBuilder();
    for (Metric metric : metrics) {
      scope.addMetrics(metric);
    }
    return ExportMetricsServiceRequest.newBuilder()
        .addResourceMetrics(
            ResourceMetrics.newBuilder()
                .addScopeMetrics(scope)
                .setResource(
                    Resource.newBuilder()
                        .addAttributes(attribute("service.name", "search"))
                        .addAttributes(attribute("service.namespace", "trademark"))
                        .addAttributes(attribute("service.instance.id", "i-1"))
                        .addAttributes(attribute("host.name", "h"))))
        .build()
        .toByteArray();
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private static Metric gauge(String name, String unit, NumberDataPoint.Builder point) {
    return Metric.newBuilder()
        .setName(name)
        .setUnit(unit)
        .setGauge(Gauge.newBuilder().addDataPoints(point))
        .build();
  }

  private static Metric sum(
      String name, String unit, boolean monotonic, NumberDataPoint.Builder point) {
    return Metric.newBuilder()
        .setName(name)
        .setUnit(unit)
        .setSum(
            Sum.newBuilder()
                .setIsMonotonic(monotonic)
                .setAggregationTemporality(
                    AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE)
                .addDataPoints(point))
        .build();
  }

  private static NumberDataPoint.Builder number() {
    return NumberDataPoint.newBuilder()
        .setTimeUnixNano(NANOS)
        .addAttributes(attribute("state.of", "used"));
  }

  private static KeyValue attribute(String key, String value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setStringValue(value))
        .build();
  }
}
