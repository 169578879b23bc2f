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
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Posts lines as NDJSON. What is refused for a time (429, 5xx, no connection) is sent again, more
 * and more slowly, until it is taken or the run is stopped; what is refused for good is told and
 * left out.
 */
final class MarketPoster {
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
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
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
