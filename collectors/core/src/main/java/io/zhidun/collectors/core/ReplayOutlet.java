package io.zhidun.collectors.core;

/**
 * Outlet of a source that can be read again, such as a file. The source itself holds what Kafka has
 * not acknowledged; nothing of it is spooled.
 *
 * <p>The collector numbers the records: it reads from {@link #resume()}, gives the first record
 * there the checkpoint's sequence and counts on. The same place must always get the same number;
 * then whatever is read twice is recognised and left out.
 */
public interface ReplayOutlet extends Outlet {
  /**
   * The last checkpoint of which everything before it was acknowledged. Asked once at the start of
   * each run.
   */
  Checkpoint resume();

  /** Number of the first record not yet taken. */
  long next();

  /** Whether an offer has a chance; false also while the platform's last state is unknown. */
  boolean hasRoom();

  /**
   * Offers the bytes {@code buffer[from, to)} as the record of this number. A number below {@link
   * #next()} was taken before and is left out.
   *
   * @return false if there is no room: offer the same record again later
   * @throws IllegalStateException if the number leaves a hole, as after the shipper had to begin
   *     anew: end the run, the next one resumes at the right place
   */
  boolean offer(long sequence, byte[] buffer, int from, int to, long receivedMicros);

  /** Says that reading from the position gives the record of this number first. */
  void checkpoint(long sequence, String position);
}
