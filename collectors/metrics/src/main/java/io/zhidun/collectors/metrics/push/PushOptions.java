package io.zhidun.collectors.metrics.push;

import io.zhidun.collectors.metrics.SeriesLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a receiver of pushed samples.
 *
 * @param name its name in logs, health and figures
 * @param listen addresses; without a token only loopback
 * @param sources names that senders may give as theirs in {@code Zhidun-Source}; the first is
 *     whoever gives none
 * @param tokenFile file whose first line is the bearer token, or null where none is asked for
 * @param maxConnections at a time
 * @param maxBody bytes of a body as it is sent
 * @param maxDecoded bytes of a body, decompressed
 * @param bodies bytes of all bodies under way together
 * @param requestDeadline from the head to the end of the body
 * @param keepDeadline how long a sender waits until what it sent is safe
 * @param limits how many series a source may have
 */
public record PushOptions(
    String name,
    List<PushAddress> listen,
    List<String> sources,
    @Nullable Path tokenFile,
    int maxConnections,
    int maxBody,
    int maxDecoded,
    int bodies,
    Duration requestDeadline,
    Duration keepDeadline,
    SeriesLimits limits) {
  private static final int MOST_SOURCES = 64;
  private static final int LARGEST = 64 << 20;

  public PushOptions {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(limits, "limits");
    listen = List.copyOf(listen);
    sources = List.copyOf(sources);
    if (listen.isEmpty()) {
      throw new IllegalArgumentException("listen must name at least one address");
    }
    if (tokenFile == null && listen.stream().anyMatch(each -> !each.host().isLoopbackAddress())) {
      throw new IllegalArgumentException(
          "an address that is not loopback needs a tokenFile, listen was " + listen);
    }
    if (sources.isEmpty() || sources.size() > MOST_SOURCES) {
      throw new IllegalArgumentException(
          "sources must name 1 to " + MOST_SOURCES + " sources, named " + sources.size());
    }
    if (new HashSet<>(sources).size() < sources.size()) {
      throw new IllegalArgumentException("sources must differ, were " + sources);
    }
    if (maxConnections < 1) {
      throw new IllegalArgumentException(
          "maxConnections must be at least 1, was " + maxConnections);
    }
    if (maxBody < 1 || maxBody > bodies || maxDecoded < maxBody || maxDecoded > LARGEST) {
      throw new IllegalArgumentException(
          "maxBody must be at most %d and maxDecoded, and that at most %d; were %d and %d"
              .formatted(bodies, LARGEST, maxBody, maxDecoded));
    }
    if (requestDeadline.toMillis() < 1 || keepDeadline.toMillis() < 1) {
      throw new IllegalArgumentException("deadlines must be at least 1ms");
    }
  }

  /** The usual settings: bodies of 4 MiB, 16 MiB decompressed. */
  public static PushOptions of(String name, List<PushAddress> listen, List<String> sources) {
    return new PushOptions(
        name,
        listen,
        sources,
        null,
        64,
        4 << 20,
        16 << 20,
        16 << 20,
        Duration.ofSeconds(30),
        Duration.ofSeconds(5),
        SeriesLimits.DEFAULT);
  }

  /** With a token and other bounds. */
  public PushOptions with(
      @Nullable Path token, int connections, int body, int decoded, SeriesLimits series) {
    return new PushOptions(
        name,
        listen,
        sources,
        token,
        connections,
        body,
        decoded,
        Math.max(bodies, body),
        requestDeadline,
        keepDeadline,
        series);
  }

  /** With other deadlines. */
  public PushOptions withDeadlines(Duration request, Duration keep) {
    return new PushOptions(
        name,
        listen,
        sources,
        tokenFile,
        maxConnections,
        maxBody,
        maxDecoded,
        bodies,
        request,
        keep,
        limits);
  }
}
