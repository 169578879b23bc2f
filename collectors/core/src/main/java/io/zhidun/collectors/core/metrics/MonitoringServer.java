package io.zhidun.collectors.core.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.zhidun.events.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers {@code GET /metrics} and {@code GET /health} on the loopback addresses, IPv4 and, where
 * the machine has it, IPv6.
 */
public final class MonitoringServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MonitoringServer.class);
  private static final int BACKLOG = 16;
  private static final int OK = 200;
  private static final int WRONG_METHOD = 405;
  private static final int UNAVAILABLE = 503;

  private final PrometheusRegistry registry;
  private final Supplier<AgentHealth> health;
  private final List<HttpServer> servers = new ArrayList<>();

  private MonitoringServer(PrometheusRegistry registry, Supplier<AgentHealth> health) {
    this.registry = registry;
    this.health = health;
  }

  /** Begins to answer; port 0 takes a free one. */
  public static MonitoringServer start(
      int port, PrometheusRegistry registry, Supplier<AgentHealth> health) throws IOException {
    MonitoringServer server = new MonitoringServer(registry, health);
    server.listen(new InetSocketAddress("127.0.0.1", port));
    try {
      server.listen(new InetSocketAddress(InetAddress.getByName("::1"), server.port()));
    } catch (IOException e) {
      LOG.info("no metrics over IPv6: {}", e.toString());
    }
    return server;
  }

  private void listen(InetSocketAddress address) throws IOException {
    HttpServer server;
    try {
      server = HttpServer.create(address, BACKLOG);
    } catch (IOException e) {
      throw new IOException("cannot listen on " + address + ": " + e.getMessage(), e);
    }
    server.createContext("/metrics", this::metrics);
    server.createContext("/health", this::health);
    server.start();
    servers.add(server);
  }

  /** The port that answers. */
  public int port() {
    return servers.get(0).getAddress().getPort();
  }

  private void metrics(HttpExchange exchange) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create().write(text, registry.scrape());
    answer(exchange, OK, PrometheusTextFormatWriter.CONTENT_TYPE, text.toByteArray());
  }

  private void health(HttpExchange exchange) throws IOException {
    AgentHealth now = health.get();
    byte[] json = Json.mapper().writeValueAsBytes(now);
    answer(exchange, now.healthy() ? OK : UNAVAILABLE, "application/json", json);
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(WRONG_METHOD, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    servers.forEach(server -> server.stop(0));
  }
}
