package io.zhidun.collectors.http;

import java.time.Duration;

/**
 * Bounds of what a client may do.
 *
 * @param record bytes of a line, or of a body that is one record
 * @param body bytes of a body, after decompression
 * @param unfinished bytes of records not yet complete, of all connections together
 * @param connections open at the same time
 * @param idle from the opening of a connection, or the last answer, to the next whole request head
 * @param stall between two pieces of a body
 * @param request from a request's head to its body's end
 * @param patience how long a client is held back while nothing can be kept
 * @param keys idempotency keys remembered
 * @param keyWindow how long a key is remembered after its last use
 */
public record HttpLimits(
    int record,
    long body,
    long unfinished,
    int connections,
    Duration idle,
    Duration stall,
    Duration request,
    Duration patience,
    int keys,
    Duration keyWindow) {
  /** What the shipper takes. */
  private static final int LARGEST_RECORD = 5 << 20;

  public static final HttpLimits DEFAULT =
      new HttpLimits(
          LARGEST_RECORD,
          64L << 20,
          12L << 20,
          256,
          Duration.ofSeconds(30),
          Duration.ofSeconds(15),
          Duration.ofMinutes(5),
          Duration.ofSeconds(5),
          10_000,
          Duration.ofMinutes(10));

  public HttpLimits {
    requirePositive(record, "record");
    requirePositive(body, "body");
    requirePositive(unfinished, "unfinished");
    requirePositive(connections, "connections");
    requirePositive(idle.toNanos(), "idle");
    requirePositive(stall.toNanos(), "stall");
    requirePositive(request.toNanos(), "request");
    requirePositive(patience.toNanos(), "patience");
    requirePositive(keys, "keys");
    requirePositive(keyWindow.toNanos(), "keyWindow");
    if (record > LARGEST_RECORD) {
      throw new IllegalArgumentException(
          "record must be at most " + LARGEST_RECORD + " bytes, was " + record);
    }
    if (record > unfinished) {
      throw new IllegalArgumentException(
          "unfinished must be at least record (" + record + "), was " + unfinished);
    }
  }

  private static void requirePositive(long value, String name) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be positive, was " + value);
    }
  }

  /** These limits with another number of connections. */
  public HttpLimits withConnections(int most) {
    return new HttpLimits(
        record, body, unfinished, most, idle, stall, request, patience, keys, keyWindow);
  }

  /** These limits with another largest record. */
  public HttpLimits withRecord(int most) {
    return new HttpLimits(
        most, body, unfinished, connections, idle, stall, request, patience, keys, keyWindow);
  }

  /** These limits with another largest body. */
  public HttpLimits withBody(long most) {
    return new HttpLimits(
        record, most, unfinished, connections, idle, stall, request, patience, keys, keyWindow);
  }
}
