package io.zhidun.simulator.market.stream;

/** Takes finished lines. */
@FunctionalInterface
public interface LineSink {
  /**
   * @param time milliseconds of the epoch
   * @param id unique among the lines of that time
   */
  void line(long time, String id, byte[] json);
}
