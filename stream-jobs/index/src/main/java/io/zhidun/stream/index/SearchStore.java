package io.zhidun.stream.index;

import io.zhidun.events.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The few calls on Elasticsearch that writing events needs. The body of a bulk request is bytes
 * that exist already, so the plain HTTP client of the JDK serves better than a typed one.
 */
final class SearchStore {
  /** Longest answer quoted in an error. */
  private static final int MAX_QUOTE = 300;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI base;

  SearchStore(URI base) {
    this.base = base;
  }

  /** Puts the index template; the next day's index is made from it. */
  void putTemplate() throws IOException, InterruptedException {
    send("PUT", "/_index_template/zhidun-events", resource("events-template.json"));
  }

  /**
   * Indexes a bulk body.
   *
   * @return one entry per event: empty where it was indexed, else why not
   * @throws IOException when the store is away or busy; the whole body is to be sent again
   */
  List<String> bulk(byte[] body) throws IOException, InterruptedException {
    JsonNode answer =
        parse(send("POST", "/_bulk?filter_path=errors,items.*.status,items.*.error", body));
    List<String> faults = new ArrayList<>();
    if (!answer.path("errors").asBoolean(false)) {
      return faults;
    }
    for (JsonNode item : answer.path("items")) {
      JsonNode result = item.path("index");
      int status = result.path("status").asInt(0);
      if (status == 429 || status >= 500) {
        throw new IOException("the search store is busy: status " + status);
      }
      faults.add(status < 300 ? "" : quote(result.path("error").toString()));
    }
    return faults;
  }

  private byte[] send(String method, String path, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .header(
                "Content-Type",
                path.startsWith("/_bulk") ? "application/x-ndjson" : "application/json")
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() >= 300) {
      throw new IOException(
          method
              + " "
              + path
              + " answered "
              + response.statusCode()
              + ": "
              + quote(new String(response.body(), StandardCharsets.UTF_8)));
    }
    return response.body();
  }

  private static JsonNode parse(byte[] body) throws IOException {
    try {
      return Json.mapper().readTree(body);
    } catch (JacksonException e) {
      throw new IOException("the search store's answer is no JSON", e);
    }
  }

  private static String quote(String text) {
    return text.substring(0, Math.min(text.length(), MAX_QUOTE));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = SearchStore.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("resource " + name + " is missing");
      }
      return in.readAllBytes();
    }
  }
}
