package io.zhidun.standalone.stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Answers {@code /health} and {@code /metrics} on loopback. */
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

  private static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
