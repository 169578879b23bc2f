package io.zhidun.standalone.stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.zhidun.stream.detect.RuleHits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Answers {@code /health}, {@code /metrics} and {@code /rules} on loopback. The last has one JSON
 * object a line for each rule that hit, or was looked at in a timed sample, since the process
 * began.
 */
final class StreamHttp implements AutoCloseable {
  private final HttpServer server;

  /**
   * @param faults what is wrong now; nothing means healthy
   */
  StreamHttp(int port, Supplier<List<String>> faults) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
    server.createContext(
        "/health",
        exchange -> {
          List<String> found = faults.get();
          answer(
              exchange,
              found.isEmpty() ? 200 : 503,
              "text/plain; charset=utf-8",
              (found.isEmpty() ? "ok" : String.join("\n", found)).getBytes(StandardCharsets.UTF_8));
        });
    server.createContext("/metrics", StreamHttp::metrics);
    server.createContext("/rules", StreamHttp::rules);
    server.setExecutor(
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "stream-http");
              thread.setDaemon(true);
              return thread;
            }));
    server.start();
  }

  private static void metrics(HttpExchange exchange) throws IOException {
    PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    writer.write(body, PrometheusRegistry.defaultRegistry.scrape());
    answer(exchange, 200, writer.getContentType(), body.toByteArray());
  }

  private static void rules(HttpExchange exchange) throws IOException {
    byte[] body = RuleHits.ofProcess().toNdjson().getBytes(StandardCharsets.UTF_8);
    answer(exchange, 200, "application/x-ndjson", body);
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    // A length of 0 would mean one that is not known yet.
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
