package io.zhidun.collectors.http;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an HTTP collector.
 *
 * @param name its name in logs, health and figures
 * @param port on 127.0.0.1 and, where the machine has it, on ::1; 0 takes a free one
 * @param sources names that clients may give as theirs
 * @param zone zone of timestamps that carry none
 * @param tokenFile file whose first line is the bearer token, or null where none is asked for
 * @param limits what a client may do
 */
public record HttpOptions(
    String name,
    int port,
    List<String> sources,
    ZoneId zone,
    @Nullable Path tokenFile,
    HttpLimits limits) {
  /** Each source has a spool for each form; the agent keeps few files open. */
  private static final int MOST_SOURCES = 64;

  private static final int MAX_PORT = 65_535;

  public HttpOptions {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(limits, "limits");
    sources = List.copyOf(sources);
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("port must be 0 to 65535, was " + port);
    }
    if (sources.isEmpty() || sources.size() > MOST_SOURCES) {
      throw new IllegalArgumentException(
          "sources must name 1 to " + MOST_SOURCES + " sources, named " + sources.size());
    }
    if (new HashSet<>(sources).size() < sources.size()) {
      throw new IllegalArgumentException("sources must differ, were " + sources);
    }
  }
}
