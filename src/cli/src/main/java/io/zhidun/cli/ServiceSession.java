package io.zhidun.cli;

import io.zhidun.events.Json;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A person's session with the running service, as the console has one. */
final class ServiceSession implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String SESSION = "/api/v1/session";

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final URI service;

  private ServiceSession(URI service) {
    this.service = service;
  }

  /** The service refused, or is not there. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient JsonNode problem;

    Refused(String message, JsonNode problem) {
      super(message);
      this.problem = problem;
    }

    /** What it answered; a missing node where it answered nothing that can be read. */
    JsonNode problem() {
      return problem;
    }
  }

  /**
   * Signs in.
   *
   * @throws Refused when the service is away or does not take the password
   */
  static ServiceSession open(URI service, String user, String password)
      throws IOException, InterruptedException {
    ServiceSession session = new ServiceSession(service);
    // Any answer to a GET sets the token that each POST repeats.
    session.send(session.request(SESSION).GET());
    ObjectNode credentials =
        Json.mapper().createObjectNode().put("username", user).put("password", password);
    session.post(SESSION, "application/json", Json.mapper().writeValueAsBytes(credentials));
    return session;
  }

  /**
   * @return the service's answer
   * @throws Refused with the service's words for anything but success
   */
  JsonNode post(String path, String type, byte[] body) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        send(
            withToken(request(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body)));
    JsonNode answer = answer(response.body());
    if (response.statusCode() / 100 != 2) {
      throw new Refused(words(response.statusCode(), answer), answer);
    }
    return answer;
  }

  private static String words(int status, JsonNode problem) {
    String title = problem.path("title").asString("");
    String detail = problem.path("detail").asString("");
    String said = detail.isEmpty() ? title : detail;
    return "the service refuses (" + status + ")" + (said.isEmpty() ? "" : ": " + said);
  }

  private static JsonNode answer(byte[] body) {
    try {
      return Json.mapper().readTree(body);
    } catch (JacksonException e) {
      return Json.mapper().missingNode();
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(service.resolve(path))
        .timeout(PATIENCE)
        .header("Accept", "application/json, application/problem+json");
  }

  private HttpRequest.Builder withToken(HttpRequest.Builder request) {
    for (HttpCookie cookie : cookies.getCookieStore().getCookies()) {
      if (cookie.getName().equals("XSRF-TOKEN")) {
        request.header("X-XSRF-TOKEN", cookie.getValue());
      }
    }
    return request;
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (java.net.ConnectException e) {
      throw new Refused(
          "no service answers at " + service + "; is the installation up?",
          Json.mapper().missingNode());
    }
  }

  /** Signs out; a session that remains ends by itself. */
  @Override
  public void close() {
    try {
      send(withToken(request(SESSION)).DELETE());
    } catch (IOException e) {
      System.err.println("signing out failed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
