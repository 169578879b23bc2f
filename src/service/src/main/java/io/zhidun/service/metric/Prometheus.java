package io.zhidun.service.metric;

import io.zhidun.service.web.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.ErrorResponseException;
import tools.jackson.core.JacksonException;

/**
 * Asks a server over <a href="https://prometheus.io/docs/prometheus/latest/querying/api/">
 * Prometheus' HTTP API</a>. An answer is read up to a length and a number of series, since an
 * expression that somebody types may match everything.
 */
@Service
class Prometheus {
  private static final Logger log = LoggerFactory.getLogger(Prometheus.class);

  private final HttpClient client;
  private final MetricProperties properties;

  Prometheus(MetricProperties properties) {
    this.properties = properties;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(properties.timeout())
            .build();
  }

  RangeAnswer range(RangeQuery query) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("query", query.expression());
    form.put("start", Long.toString(query.from().getEpochSecond()));
    form.put("end", Long.toString(query.to().getEpochSecond()));
    form.put("step", Long.toString(query.step().toSeconds()));
    form.put("timeout", properties.timeout().toMillis() + "ms");
    return ask("/api/v1/query_range", form, answer -> answer.range(query));
  }

  InstantAnswer instant(String expression, Instant at) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("query", expression);
    form.put("time", at.getEpochSecond() + "." + "%03d".formatted(at.getNano() / 1_000_000));
    form.put("timeout", properties.timeout().toMillis() + "ms");
    return ask("/api/v1/query", form, answer -> answer.instant(at));
  }

  /**
   * The values that a label has, in order.
   *
   * @param selector which series are meant, or null for all
   */
  List<String> values(String label, @Nullable String selector) {
    String path = "/api/v1/label/" + label + "/values";
    return selector == null
        ? get(path)
        : get(path + "?match%5B%5D=" + URLEncoder.encode(selector, StandardCharsets.UTF_8));
  }

  private List<String> get(String path) {
    return send(HttpRequest.newBuilder(uri(path)).GET(), PrometheusAnswer::texts);
  }

  private <T> T ask(String path, Map<String, String> form, Reading<T> reading) {
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + '=' + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return send(request, reading);
  }

  private URI uri(String path) {
    String base = properties.prometheus().toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }

  private <T> T send(HttpRequest.Builder request, Reading<T> reading) {
    // It is told when to give up itself, and given a moment to say so.
    HttpRequest timed = request.timeout(properties.timeout().plusSeconds(1)).build();
    try {
      HttpResponse<InputStream> response =
          client.send(timed, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body();
          PrometheusAnswer answer = new PrometheusAnswer(body)) {
        return switch (response.statusCode()) {
          case 200 -> reading.read(answer);
          case 400, 422 -> throw refused(answer.error());
          default -> throw away("answered " + response.statusCode());
        };
      }
    } catch (IOException | JacksonException e) {
      throw away(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw away("the question was stopped");
    }
  }

  private static ErrorResponseException refused(String words) {
    return Problems.of(HttpStatus.BAD_REQUEST, "bad-expression", words);
  }

  private static ErrorResponseException away(String why) {
    log.warn("the metrics engine does not answer: {}", why);
    return Problems.of(
        HttpStatus.SERVICE_UNAVAILABLE,
        "metrics-away",
        "the metrics engine does not answer; detection and alerts are not affected");
  }

  /** Reads an answer that says what was asked for. */
  private interface Reading<T> {
    T read(PrometheusAnswer answer) throws IOException;
  }
}
