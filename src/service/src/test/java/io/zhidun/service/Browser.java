package io.zhidun.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Does what the console does: keeps cookies and repeats the CSRF token. */
public final class Browser {
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String base;

  Browser(String base) {
    this.base = base;
  }

  public static String credentials(String name, String password) {
    return Json.mapper()
        .createObjectNode()
        .put("username", name)
        .put("password", password)
        .toString();
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer post(String path, String json) {
    return send(withToken(request(path)).POST(BodyPublishers.ofString(json)));
  }

  /** Sends bytes of another type than JSON. */
  public Answer post(String path, String type, byte[] body) {
    return send(
        withToken(request(path).setHeader("Content-Type", type))
            .POST(BodyPublishers.ofByteArray(body)));
  }

  public Answer put(String path, String json) {
    return send(withToken(request(path)).PUT(BodyPublishers.ofString(json)));
  }

  public Answer delete(String path) {
    return send(withToken(request(path)).DELETE());
  }

  /** Sends a request of any kind, without the CSRF token. */
  public Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Opens the live stream. */
  public InputStream stream(String lastEventId) throws IOException, InterruptedException {
    HttpRequest.Builder request = request("/api/v1/alerts/stream").GET();
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()).body();
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(Duration.ofSeconds(20))
        .header("Accept", path.endsWith("/stream") ? "text/event-stream" : "application/json, */*")
        .header("Content-Type", "application/json");
  }

  private HttpRequest.Builder withToken(HttpRequest.Builder request) {
    cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
    return request;
  }

  public Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  /** What the service answered. */
  public record Answer(HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public JsonNode json() {
      return Json.mapper().readTree(response.body());
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    public Answer expect(int status) {
      assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
      return this;
    }

    /** Expects a problem and gives its type's name. */
    public String problem(int status) {
      expect(status);
      assertThat(header("Content-Type")).startsWith("application/problem+json");
      assertThat(json().path("status").asInt()).isEqualTo(status);
      return json().path("type").asString().replace("urn:zhidun:problem:", "");
    }
  }
}
