package io.zhidun.testkit;

import io.zhidun.events.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A signed-in user of the service's REST interface. For one thread. */
public final class ServiceClient {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String SESSION = "/api/v1/session";
  private static final int MOST_PAGES = 200;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Cookies cookies = new Cookies();
  private final URI base;
  private String password;

  private ServiceClient(URI base, String password) {
    this.base = base;
    this.password = password;
  }

  /**
   * Signs in. An account that must change its password first does so; {@link #password} tells the
   * new one.
   *
   * @param base such as {@code http://127.0.0.1:18080}
   */
  public static ServiceClient signIn(URI base, String name, String password) {
    ServiceClient client = new ServiceClient(base, password);
    JsonNode user = client.signIn(name);
    if (user.path("mustChangePassword").asBoolean(false)) {
      client.changePassword(name);
    }
    return client;
  }

  private JsonNode signIn(String name) {
    JsonNode answer =
        expect(200, send("POST", SESSION, Map.of("username", name, "password", password)));
    return answer.has("user") ? answer.path("user") : answer;
  }

  /** A session may or may not survive the change; a fresh one is right in both cases. */
  private void changePassword(String name) {
    String next = "Next-" + password + "-7q";
    Answer answer = send("POST", SESSION + "/password", Map.of("current", password, "next", next));
    if (answer.status() / 100 != 2) {
      throw unexpected(answer, "2xx");
    }
    password = next;
    signIn(name);
  }

  /** The password as it is now. */
  public String password() {
    return password;
  }

  /**
   * All alerts that a query selects, page by page.
   *
   * @param query such as {@code state=firing&rule=web-scan}, or empty
   */
  public List<Alert> alerts(String query) {
    List<Alert> alerts = new ArrayList<>();
    String cursor = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      String more = cursor.isEmpty() ? "" : "&cursor=" + encode(cursor);
      JsonNode answer = get("/api/v1/alerts?limit=500&" + query + more);
      for (JsonNode item : answer.path("items")) {
        alerts.add(Json.mapper().treeToValue(item, Alert.class));
      }
      cursor = answer.path("next").asString("");
      if (cursor.isEmpty()) {
        return alerts;
      }
    }
    throw new IllegalStateException("more than " + MOST_PAGES + " pages of alerts for " + query);
  }

  /** One alert with its explanation, events and trail. */
  public JsonNode alert(String id) {
    return get("/api/v1/alerts/" + id);
  }

  public JsonNode acknowledge(String id, String note) {
    return post("/api/v1/alerts/" + id + "/acknowledge", Map.of("note", note));
  }

  public JsonNode resolve(String id, String note) {
    return post("/api/v1/alerts/" + id + "/resolve", Map.of("note", note));
  }

  /** State of the parts of the installation. */
  public JsonNode platform() {
    return get("/api/v1/platform");
  }

  /** Any resource; the answer must be 200. */
  public JsonNode get(String target) {
    return expect(200, send("GET", target, Map.of()));
  }

  /** Any command; the answer must be 200. */
  public JsonNode post(String target, Map<String, ?> body) {
    return expect(200, send("POST", target, body));
  }

  /** A status and the JSON that came with it, or a missing node. */
  public record Answer(String request, int status, String body) {
    public JsonNode json() {
      return Json.mapper().readTree(body.isEmpty() ? "null" : body);
    }
  }

  /** Sends anything and hands over whatever comes back. */
  public Answer send(String method, String target, Map<String, ?> body) {
    boolean safe = method.equals("GET");
    if (!safe && cookies.value("XSRF-TOKEN").isEmpty()) {
      exchange(request(SESSION).GET().build());
    }
    HttpRequest.Builder request = request(target);
    if (safe) {
      return exchange(request.GET().build());
    }
    cookies.value("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
    byte[] bytes = Json.mapper().writeValueAsBytes(body);
    request.header("Content-Type", "application/json");
    return exchange(request.method(method, BodyPublishers.ofByteArray(bytes)).build());
  }

  private HttpRequest.Builder request(String target) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(target))
            .timeout(PATIENCE)
            .header("Accept", "application/json");
    if (!cookies.header().isEmpty()) {
      request.header("Cookie", cookies.header());
    }
    return request;
  }

  private Answer exchange(HttpRequest request) {
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      cookies.take(answer.headers());
      String asked = request.method() + " " + request.uri().getPath();
      return new Answer(asked, answer.statusCode(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static JsonNode expect(int status, Answer answer) {
    if (answer.status() != status) {
      throw unexpected(answer, Integer.toString(status));
    }
    return answer.json();
  }

  private static AssertionError unexpected(Answer answer, String wanted) {
    return new AssertionError(
        answer.request() + " gave " + answer.status() + ", not " + wanted + ": " + answer.body());
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
