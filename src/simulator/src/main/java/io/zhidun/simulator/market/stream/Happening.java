package io.zhidun.simulator.market.stream;

/** Something that goes on over time and writes lines as it does. */
@FunctionalInterface
public interface Happening {
  /** It is over. */
  long OVER = Long.MAX_VALUE;

  /**
   * Writes what happens now.
   *
   * @param now milliseconds of the epoch
   * @return when it goes on, later than now, or {@link #OVER}
   */
  long happen(long now, Stage stage);
}
