package io.zhidun.simulator.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
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

  private static final String IPV4 = "127.0.0.1";
  private static final String IPV6 = "::1";

  private final Map<String, HttpServer> servers = new HashMap<>();
  private final int port;
  private final Executor threads;
  private final Site site;
  private @Nullable TlsFront front;

  private WebServer(int port, Executor threads, Site site, @Nullable TlsFront front) {
    this.port = port;
    this.threads = threads;
    this.site = site;
    this.front = front;
  }

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
    WebServer server = new WebServer(port, threads, site, front);
    try {
      server.listen(true, true);
      return server;
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  /**
   * Opens and closes what differs from how it shall be; connections to a closed one are refused.
   * IPv6 stays closed where the machine has none.
   *
   * @throws IOException naming the port when it was taken meanwhile
   */
  public synchronized void listen(boolean ipv4, boolean ipv6) throws IOException {
    listen(IPV4, ipv4);
    listen(IPV6, ipv6 && Loopback.hasIpv6());
  }

  /** Shows another certificate from now on. */
  public synchronized void secure(TlsFront other) throws IOException {
    boolean ipv4 = servers.containsKey(IPV4);
    boolean ipv6 = servers.containsKey(IPV6);
    listen(false, false);
    front = other;
    listen(ipv4, ipv6);
  }

  private void listen(String address, boolean wanted) throws IOException {
    if (wanted && !servers.containsKey(address)) {
      open(address);
    } else if (!wanted) {
      HttpServer server = servers.remove(address);
      if (server != null) {
        server.stop(0);
      }
    }
  }

  private void open(String address) throws IOException {
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
    servers.put(address, server);
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
  public synchronized void close() {
    servers.values().forEach(server -> server.stop(0));
    servers.clear();
  }
}
