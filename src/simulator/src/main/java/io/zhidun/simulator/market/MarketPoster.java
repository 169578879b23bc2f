package io.zhidun.simulator.market;

import io.zhidun.simulator.time.Pace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * Posts lines as NDJSON. What is refused for a time (429, 5xx, no connection) is sent again, more
 * and more slowly, until it is taken or the run is stopped; what is refused for good is told and
 * left out. A collector that took a batch in part, or whose answer was lost, passes over at the
 * next try what it has: each batch has a key of its own, the digest of its bytes.
 */
final class MarketPoster {
  /** Who sends, by the name under which the agent of an installation knows it. */
  private static final String SOURCE = "market";

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Duration FIRST_WAIT = Duration.ofMillis(250);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI url;
  private final Pace pace;
  private final Consumer<String> complaints;

  /**
   * @param complaints told what was refused
   * @throws IllegalArgumentException where the address is not of HTTP
   */
  MarketPoster(URI url, Pace pace, Consumer<String> complaints) {
    if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
      throw new IllegalArgumentException("--market-url must be http or https, was " + url);
    }
    this.url = url;
    this.pace = pace;
    this.complaints = complaints;
  }

  /** False where the run was stopped before they were taken. */
  boolean post(List<byte[]> lines) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      body.writeBytes(line);
      body.write('\n');
    }
    byte[] bytes = body.toByteArray();
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-ndjson")
            .header("Zhidun-Source", SOURCE)
            .header("Idempotency-Key", digest(bytes))
            .POST(BodyPublishers.ofByteArray(bytes))
            .build();
    Duration wait = FIRST_WAIT;
    while (!taken(request, lines.size())) {
      if (!pace.reach(pace.now().plus(wait))) {
        return false;
      }
      Duration longer = wait.multipliedBy(2);
      wait = longer.compareTo(LONGEST_WAIT) < 0 ? longer : LONGEST_WAIT;
    }
    return true;
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Whether there is nothing more to do about it. */
  private boolean taken(HttpRequest request, int lines) {
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      int status = answer.statusCode();
      if (status == 429 || status >= 500) {
        return false;
      }
      if (status >= 300) {
        complaints.accept(url + " refused " + lines + " lines: " + status + " " + answer.body());
      }
      return true;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
