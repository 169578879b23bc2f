package io.zhidun.cause.topology;

import java.time.Duration;
import java.util.Optional;

/** Who says that an edge is there, and for how long that holds when it is not seen again. */
public enum Origin {
  /** Service graph of OTLP traces: a pair that nobody called for a day may be gone. */
  TRACE(Optional.of(Duration.ofHours(24))),
  /** Flows of the network; they are sampled, so a rare pair is seen late. */
  FLOW(Optional.of(Duration.ofDays(7))),
  /** A file or inventory says so until it says otherwise. */
  CONFIGURATION(Optional.empty()),
  /** A person drew it; it stays until a person takes it away. */
  HAND_DRAWN(Optional.empty());

  // An Optional here is a closed choice of this enum, not an unset field.
  @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
  private final Optional<Duration> expiry;

  Origin(Optional<Duration> expiry) {
    this.expiry = expiry;
  }

  /** How long an edge of this origin is believed after it was last seen; empty is for ever. */
  public Optional<Duration> expiry() {
    return expiry;
  }
}
