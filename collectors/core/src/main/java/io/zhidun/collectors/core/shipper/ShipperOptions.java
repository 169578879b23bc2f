package io.zhidun.collectors.core.shipper;

import io.zhidun.collectors.core.spool.SyncPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * Settings of the shipper.
 *
 * @param collector id of the agent
 * @param bootstrap Kafka's addresses
 * @param state directory of positions and spools
 * @param spoolLimit bytes on disk all spools may take
 * @param sync when spooled records are forced to the disk
 * @param windowBytes bytes on their way to Kafka at most
 * @param linger how long a batch waits to fill
 * @param stalledAfter without an acknowledgement for this long, records go to the spool
 */
public record ShipperOptions(
    String collector,
    String bootstrap,
    Path state,
    long spoolLimit,
    SyncPolicy sync,
    long windowBytes,
    Duration linger,
    Duration stalledAfter) {
  /** Fits an agent with 96 MiB of heap: the producer's own memory is twice the window. */
  public static final long DEFAULT_WINDOW = 8L << 20;

  public static final long DEFAULT_SPOOL_LIMIT = 1L << 30;

  public ShipperOptions {
    Objects.requireNonNull(collector, "collector");
    Objects.requireNonNull(bootstrap, "bootstrap");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(sync, "sync");
    Objects.requireNonNull(stalledAfter, "stalledAfter");
    if (spoolLimit < 1) {
      throw new IllegalArgumentException("spoolLimit must be at least 1, was " + spoolLimit);
    }
    if (windowBytes < 1) {
      throw new IllegalArgumentException("windowBytes must be at least 1, was " + windowBytes);
    }
    if (linger.isNegative()) {
      throw new IllegalArgumentException("linger must not be negative, was " + linger);
    }
  }

  /** Settings with the usual bounds. */
  public static ShipperOptions of(String collector, String bootstrap, Path state) {
    return new ShipperOptions(
        collector,
        bootstrap,
        state,
        DEFAULT_SPOOL_LIMIT,
        SyncPolicy.INTERVAL,
        DEFAULT_WINDOW,
        Duration.ofMillis(5),
        Duration.ofSeconds(2));
  }
}
