package io.zhidun.collectors.syslog;

import io.zhidun.collectors.core.Source;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Where to listen and what to bear.
 *
 * @param source id, format and zone
 * @param udp addresses for datagrams
 * @param tcp addresses for connections
 * @param maxMessage longest message in bytes; of a longer one the head is shipped
 * @param maxConnections connections at one time
 * @param idleTimeout a connection silent for this long is closed
 */
public record SyslogOptions(
    Source source,
    List<SyslogAddress> udp,
    List<SyslogAddress> tcp,
    int maxMessage,
    int maxConnections,
    Duration idleTimeout) {
  public static final int DEFAULT_MAX_MESSAGE = 64 << 10;
  public static final int DEFAULT_MAX_CONNECTIONS = 1000;

  /** Long, since plain syslog senders lose a message when they meet a closed connection. */
  public static final Duration DEFAULT_IDLE = Duration.ofHours(1);

  private static final int LARGEST_MESSAGE = 1 << 20;

  public SyslogOptions {
    Objects.requireNonNull(source, "source");
    udp = List.copyOf(udp);
    tcp = List.copyOf(tcp);
    if (udp.isEmpty() && tcp.isEmpty()) {
      throw new IllegalArgumentException("udp or tcp must name at least one address");
    }
    if (maxMessage < 1 || maxMessage > LARGEST_MESSAGE) {
      throw new IllegalArgumentException(
          "maxMessage must be 1 to " + LARGEST_MESSAGE + " bytes, was " + maxMessage);
    }
    if (maxConnections < 1) {
      throw new IllegalArgumentException(
          "maxConnections must be at least 1, was " + maxConnections);
    }
    if (idleTimeout.isNegative() || idleTimeout.isZero()) {
      throw new IllegalArgumentException("idleTimeout must be positive, was " + idleTimeout);
    }
  }

  /** Usual limits. */
  public static SyslogOptions of(Source source, List<SyslogAddress> udp, List<SyslogAddress> tcp) {
    return new SyslogOptions(
        source, udp, tcp, DEFAULT_MAX_MESSAGE, DEFAULT_MAX_CONNECTIONS, DEFAULT_IDLE);
  }
}
