package io.zhidun.collectors.core;

import java.util.Locale;

/** Why something that was received was not shipped. */
public enum RejectReason {
  /** A line or datagram without content. */
  EMPTY,
  /** What lies behind the length limit of a record; its head was shipped, or kept as rejected. */
  TOO_LONG,
  /** The rest of a frame whose sender went away; what had come was shipped. */
  HALF_FRAME,
  /**
   * An unfinished record whose sender went away or was sent away, and was never told it was taken.
   */
  CUT_OFF,
  /** A frame header that announces an impossible length. */
  BAD_FRAME,
  /** A connection above the limit. */
  CONNECTION_LIMIT,
  /** Nothing can hold back the sender, and the spool is full or broken. */
  SPOOL_FULL,
  /** A spooled record that the disk gave back damaged. */
  SPOOL_DAMAGED,
  /** Kafka will never take it. */
  REFUSED_BY_KAFKA,
  /** Part of a file that vanished, or was written too late, before it was read. */
  VANISHED;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** Value of the metric's label. */
  public String label() {
    return label;
  }
}
