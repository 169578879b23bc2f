package io.zhidun.collectors.core;

import org.jspecify.annotations.Nullable;

/**
 * Outlet of a source that speaks once, such as a socket. While Kafka is away or slow its records
 * are kept on disk.
 */
public interface StreamOutlet extends Outlet {
  /**
   * Takes a record over and gives it the next number.
   *
   * @param value given away by the caller
   * @param peer sender's address, or null
   * @return false if neither Kafka nor the spool has room: hold the sender back and offer again, or
   *     count the record as {@link RejectReason#SPOOL_FULL}
   */
  boolean offer(byte[] value, long receivedMicros, @Nullable String peer);

  /** Number of the next record taken. */
  long next();

  /**
   * Number below which every record taken outlives the agent: Kafka has acknowledged it, or the
   * spool has it and was forced to the disk as its policy says. A sender who is told only then
   * loses nothing.
   */
  long kept();
}
