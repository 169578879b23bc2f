package io.zhidun.collectors.metrics.push;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.zhidun.collectors.metrics.MetricSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all connections share. Used by the event loop alone. */
final class Desk {
  private static final String SOURCE = "Zhidun-Source";
  private static final String SCHEME = "Bearer ";
  private static final int SHORTEST_TOKEN = 16;

  final PushOptions options;
  final RequestCounts counts;
  private final Map<String, MetricSource> sources;
  private final byte @Nullable [] token;
  private int connections;
  private long held;

  Desk(PushOptions options, Map<String, MetricSource> sources, RequestCounts counts)
      throws IOException {
    this.options = options;
    this.sources = Map.copyOf(sources);
    this.counts = counts;
    Path file = options.tokenFile();
    this.token = file == null ? null : token(file);
  }

  private static byte[] token(Path file) throws IOException {
    String line = Files.readString(file, StandardCharsets.UTF_8).lines().findFirst().orElse("");
    byte[] token = line.strip().getBytes(StandardCharsets.UTF_8);
    if (token.length < SHORTEST_TOKEN) {
      throw new IOException(
          "the token in %s must have at least %d characters, has %d"
              .formatted(file, SHORTEST_TOKEN, token.length));
    }
    return token;
  }

  /** Lets a connection in; false above the limit. */
  boolean connect() {
    if (connections >= options.maxConnections()) {
      return false;
    }
    connections++;
    return true;
  }

  void disconnect() {
    connections--;
  }

  /** Holds more memory for a body. */
  void hold(int bytes) throws RefusedException {
    if (held + bytes > options.bodies()) {
      throw new RefusedException(
          Outcome.BUSY, "bodies under way may have " + options.bodies() + " bytes; send again");
    }
    held += bytes;
  }

  void release(int bytes) {
    held -= bytes;
  }

  /** Whose samples a request carries. */
  MetricSource source(HttpRequest request) throws RefusedException {
    requireToken(request.headers().get(HttpHeaderNames.AUTHORIZATION));
    String name = request.headers().get(SOURCE, options.sources().get(0));
    MetricSource source = sources.get(name);
    if (source == null) {
      throw new RefusedException(
          Outcome.BAD_REQUEST, SOURCE + " must be one of the configured sources");
    }
    return source;
  }

  private void requireToken(@Nullable String authorization) throws RefusedException {
    if (token == null) {
      return;
    }
    boolean bearer =
        authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    byte[] given =
        bearer && authorization != null
            ? authorization.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8)
            : new byte[0];
    if (!MessageDigest.isEqual(token, given)) {
      throw new RefusedException(Outcome.UNAUTHORIZED, "a bearer token is asked for");
    }
  }
}
