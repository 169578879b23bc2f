package io.zhidun.grafana;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves what a part once really exposed. With each scrape its counters have grown, so that rates
 * are not zero and what watches for growth fires.
 */
final class Exposition implements AutoCloseable {
  private static final Pattern COUNTER =
      Pattern.compile("(?m)^(\\S*_(?:total|bucket|count|sum)(?:\\{.*\\})?) (\\S+)$");

  private final HttpServer server;
  private final String text;
  private final AtomicInteger scrapes = new AtomicInteger();

  private Exposition(HttpServer server, String text) {
    this.server = server;
    this.text = text;
  }

  static Exposition of(Path file) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Exposition exposition = new Exposition(server, Files.readString(file));
    server.createContext("/metrics", exposition::answer);
    server.start();
    return exposition;
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = grown(scrapes.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String grown(int times) {
    Matcher counter = COUNTER.matcher(text);
    return counter.replaceAll(
        found ->
            Matcher.quoteReplacement(
                found.group(1) + " " + (Double.parseDouble(found.group(2)) + 1) * times));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
