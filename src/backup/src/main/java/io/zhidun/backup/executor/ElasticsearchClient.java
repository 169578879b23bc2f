package io.zhidun.backup.executor;

import io.zhidun.events.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The REST API of an Elasticsearch: JSON in, JSON out, answers bounded. For one thread. */
final class ElasticsearchClient {
  private static final int MOST_ANSWER = 32 << 20;
  private static final int MOST_WORDS = 600;
  private static final int MOST_REASONS = 4;
  private static final Duration CONNECT = Duration.ofSeconds(15);

  private final URI url;
  private final @Nullable String authorization;
  private final HttpClient http;
  private final Duration patience;

  private ElasticsearchClient(
      URI url, @Nullable String authorization, HttpClient http, Duration patience) {
    this.url = url;
    this.authorization = authorization;
    this.http = http;
    this.patience = patience;
  }

  static ElasticsearchClient of(ElasticsearchOptions options) throws IOException {
    HttpClient.Builder http = HttpClient.newBuilder().connectTimeout(CONNECT);
    if (options.authority() != null) {
      http.sslContext(trusting(options.authority()));
    }
    return new ElasticsearchClient(
        options.url(), authorization(options), http.build(), options.patience());
  }

  /** A server of this machine that asks for no password. */
  static ElasticsearchClient local(int port, Duration patience) {
    return new ElasticsearchClient(
        URI.create("http://127.0.0.1:" + port),
        null,
        HttpClient.newBuilder().connectTimeout(CONNECT).build(),
        patience);
  }

  private static @Nullable String authorization(ElasticsearchOptions options) {
    if (options.apiKey() != null) {
      return "ApiKey " + options.apiKey();
    }
    if (options.user() == null) {
      return null;
    }
    String pair = options.user() + ':' + (options.password() == null ? "" : options.password());
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static SSLContext trusting(Path authority) throws IOException {
    try (InputStream in = Files.newInputStream(authority)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("authority-" + number++, one);
      }
      if (number == 0) {
        throw new IOException("no certificate in PEM: " + authority);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("no certificate in PEM: " + authority, e);
    }
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return call("GET", path, null);
  }

  /**
   * Asks.
   *
   * @param body JSON, or null
   * @throws IOException with the server's reason where it answers with other than 2xx
   */
  JsonNode call(String method, String path, @Nullable Object body)
      throws IOException, InterruptedException {
    HttpRequest.BodyPublisher publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.resolve(path))
            .timeout(patience)
            .header("Content-Type", "application/json")
            .method(method, publisher);
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
    byte[] answer;
    try (InputStream in = response.body()) {
      answer = in.readNBytes(MOST_ANSWER + 1);
    }
    if (answer.length > MOST_ANSWER) {
      throw new IOException(place(method, path) + ": an answer has at most " + MOST_ANSWER);
    }
    if (response.statusCode() / 100 != 2) {
      throw new IOException(
          place(method, path) + " gives " + response.statusCode() + ": " + reason(answer));
    }
    return parse(answer, place(method, path));
  }

  private String place(String method, String path) {
    return method + ' ' + url.resolve(path);
  }

  private static JsonNode parse(byte[] answer, String place) throws IOException {
    try {
      return Json.mapper().readTree(answer);
    } catch (JacksonException e) {
      throw new IOException(place + " does not answer with JSON", e);
    }
  }

  /** The server's reason and what it says is behind it. */
  private static String reason(byte[] answer) {
    String text = new String(answer, StandardCharsets.UTF_8);
    try {
      StringBuilder reasons = new StringBuilder();
      JsonNode fault = Json.mapper().readTree(answer).path("error");
      for (int depth = 0; depth < MOST_REASONS && fault.has("reason"); depth++) {
        reasons.append(depth == 0 ? "" : ": ").append(fault.path("reason").asString(""));
        fault = fault.path("caused_by");
      }
      text = reasons.isEmpty() ? text : reasons.toString();
    } catch (JacksonException e) {
      // Some proxy's words; they are told as they are.
    }
    return text.substring(0, Math.min(MOST_WORDS, text.length()));
  }
}
