package io.zhidun.measure.ensemble;

import io.zhidun.measure.state.Stateful;

/**
 * One way to look at a series: a number for each sample, the higher the odder. Views know no
 * thresholds and no units; how rare a number is among its predecessors is judged behind them.
 */
interface View extends Stateful {
  /**
   * @param millis time of the sample, not before the one before
   * @param value finite and within ±{@value io.zhidun.measure.SampleGate#LARGEST}
   */
  double next(long millis, double value);
}
