package io.zhidun.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceClientTest {
  private HttpServer server;
  private boolean changed;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void changesTheFirstPasswordAndReadsAllPages() {
    ServiceClient client = ServiceClient.signIn(base(), "operator", "first");

    assertThat(changed).isTrue();
    assertThat(client.password()).isNotEqualTo("first");
    assertThat(client.alerts("state=firing")).extracting(Alert::id).isEqualTo(List.of("1", "2"));
  }

  @Test
  void saysWhatWasAnsweredInstead() {
    assertThatThrownBy(() -> ServiceClient.signIn(base(), "operator", "wrong"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("POST /api/v1/session gave 401, not 200");
  }

  private URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** A service that checks the token of every command and hands out a new one after signing in. */
  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String route = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      String token = exchange.getRequestHeaders().getFirst("X-XSRF-TOKEN");
      if (route.startsWith("POST") && (token == null || !cookies(exchange).contains(token))) {
        reply(exchange, 403, "{}");
        return;
      }
      switch (route) {
        case "GET /api/v1/session" -> hand(exchange, "XSRF-TOKEN=t2", 401, "{}");
        case "POST /api/v1/session" -> login(exchange, body);
        case "POST /api/v1/session/password" -> {
          changed = true;
          reply(exchange, 204, "");
        }
        default -> alerts(exchange);
      }
    }
  }

  private void login(HttpExchange exchange, String body) throws IOException {
    if (body.contains("\"wrong\"")) {
      reply(exchange, 401, "{}");
      return;
    }
    exchange.getResponseHeaders().add("Set-Cookie", "XSRF-TOKEN=; Max-Age=0");
    String user = "{\"user\":{\"name\":\"operator\",\"mustChangePassword\":" + !changed + "}}";
    hand(exchange, "ZHIDUN_SESSION=s1; HttpOnly", 200, user);
  }

  private void alerts(HttpExchange exchange) throws IOException {
    boolean second = exchange.getRequestURI().getQuery().contains("cursor=c+1");
    String next = second ? "null" : "\"c+1\"";
    String row =
        "{\"id\":\"%s\",\"number\":\"AL-1\",\"state\":\"firing\",\"severity\":\"high\",\"rule\":"
            + "{\"id\":\"u\",\"name\":\"web-scan\"},\"group\":{\"source.ip\":\"192.0.2.1\"},"
            + "\"fingerprint\":\"f\",\"system\":\"\",\"count\":2,"
            + "\"firstSeen\":\"2026-11-20T02:00:15Z\",\"lastSeen\":\"2026-11-20T02:00:15Z\"}";
    String items = "{\"items\":[" + row.formatted(second ? "2" : "1") + "],\"next\":" + next + "}";
    reply(exchange, cookies(exchange).contains("ZHIDUN_SESSION=s1") ? 200 : 401, items);
  }

  private static String cookies(HttpExchange exchange) {
    return String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"));
  }

  private static void hand(HttpExchange exchange, String cookie, int status, String body)
      throws IOException {
    exchange.getResponseHeaders().add("Set-Cookie", cookie);
    reply(exchange, status, body);
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
