package io.zhidun.simulator.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Serves one site on 127.0.0.1 and, where the machine has it, ::1; on no other address. */
public final class WebServer implements AutoCloseable {
  private static final int BACKLOG = 64;

  /** Answers a request; may be called by several threads. */
  @FunctionalInterface
  public interface Site {
    Response handle(Request request);
  }

  private final List<HttpServer> servers = new ArrayList<>();

  private WebServer() {}

  /**
   * @throws IOException naming the port when it is taken
   */
  public static WebServer start(int port, Executor threads, Site site) throws IOException {
    return start(port, threads, site, null);
  }

  /**
   * The same over TLS.
   *
   * @throws IOException naming the port when it is taken
   */
  public static WebServer startTls(int port, Executor threads, Site site, TlsFront front)
      throws IOException {
    return start(port, threads, site, front);
  }

  private static WebServer start(int port, Executor threads, Site site, @Nullable TlsFront front)
      throws IOException {
    WebServer server = new WebServer();
    try {
      server.listen("127.0.0.1", port, threads, site, front);
      if (Loopback.hasIpv6()) {
        server.listen("::1", port, threads, site, front);
      }
      return server;
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  private void listen(
      String address, int port, Executor threads, Site site, @Nullable TlsFront front)
      throws IOException {
    InetSocketAddress socket = new InetSocketAddress(InetAddress.getByName(address), port);
    HttpServer server;
    try {
      server = front == null ? HttpServer.create(socket, BACKLOG) : secured(socket, front);
    } catch (BindException e) {
      throw new IOException("cannot listen on " + address + " port " + port + ": " + e, e);
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, site));
    server.start();
    servers.add(server);
  }

  private static HttpServer secured(InetSocketAddress socket, TlsFront front) throws IOException {
    HttpsServer server = HttpsServer.create(socket, BACKLOG);
    server.setHttpsConfigurator(front);
    return server;
  }

  private static void answer(HttpExchange exchange, Site site) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(Request.MAX_BODY + 1);
      Request request = read(exchange, body);
      Response response = site.handle(request);
      write(exchange, response);
    }
  }

  private static Request read(HttpExchange exchange, byte[] body) {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    String client =
        ForwardedClient.address(
            exchange.getRemoteAddress().getAddress(), headers.get("x-forwarded-for"));
    return new Request(
        exchange.getRequestMethod(), exchange.getRequestURI().toString(), client, headers, body);
  }

  private static void write(HttpExchange exchange, Response response) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", response.contentType());
    response.headers().forEach(headers::set);
    boolean bodiless = exchange.getRequestMethod().equals("HEAD") || response.body().length == 0;
    exchange.sendResponseHeaders(response.status(), bodiless ? -1 : response.body().length);
    if (!bodiless) {
      exchange.getResponseBody().write(response.body());
    }
  }

  @Override
  public void close() {
    servers.forEach(server -> server.stop(0));
  }
}
