package io.zhidun.measure;

import java.util.Arrays;

/**
 * The window that a finding looked at, oldest point first.
 *
 * @param millis times of the points
 * @param values their values
 * @param low lower edge of what was expected at each, NaN where nothing was
 * @param high upper edge
 */
public record Picture(long[] millis, double[] values, double[] low, double[] high) {
  public Picture {
    if (values.length != millis.length
        || low.length != millis.length
        || high.length != millis.length) {
      throw new IllegalArgumentException(
          "a picture of "
              + Arrays.toString(new int[] {millis.length, values.length, low.length, high.length})
              + " times, values and edges");
    }
  }

  public int points() {
    return millis.length;
  }
}
