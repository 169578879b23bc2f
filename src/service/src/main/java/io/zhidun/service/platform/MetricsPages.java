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

/**
 * Fetches what other parts say of themselves; short of patience, because they run on the same
 * machine.
 */
@Component
class MetricsPages {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int MAX_BYTES = 8 << 20;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  /** The samples, or empty if the part does not answer or no address is set. */
  Optional<Samples> fetch(String address) {
    return page(address, "/metrics").flatMap(MetricsPages::samples);
  }

  private static Optional<Samples> samples(String page) {
    try {
      return Optional.of(Samples.parse(page));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A page of a part, at most 8 MiB of it; empty if the part does not answer. */
  Optional<String> page(String address, String path) {
    if (address.isEmpty()) {
      return Optional.empty();
    }
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE).build();
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        byte[] page = body.readNBytes(MAX_BYTES);
        return response.statusCode() == 200
            ? Optional.of(new String(page, StandardCharsets.UTF_8))
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
