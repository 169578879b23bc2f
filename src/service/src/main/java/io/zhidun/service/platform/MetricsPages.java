package io.zhidun.service.platform;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Fetches other parts' metrics; short of patience, because they run on the same machine. */
@Component
class MetricsPages {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int MAX_BYTES = 2 << 20;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  /** The samples, or empty if the part does not answer or no address is set. */
  Optional<Samples> fetch(String address) {
    if (address.isEmpty()) {
      return Optional.empty();
    }
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address + "/metrics")).timeout(PATIENCE).build();
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        byte[] page = body.readNBytes(MAX_BYTES);
        return response.statusCode() == 200
            ? Optional.of(Samples.parse(new String(page, StandardCharsets.UTF_8)))
            : Optional.empty();
      }
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
