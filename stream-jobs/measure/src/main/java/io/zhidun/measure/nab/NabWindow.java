package io.zhidun.measure.nab;

/**
 * Points of a series that belong to one labelled anomaly.
 *
 * @param first index of its first point
 * @param last index of its last point
 */
public record NabWindow(int first, int last) {
  public NabWindow {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException("no window from point " + first + " to point " + last);
    }
  }

  int width() {
    return last - first + 1;
  }

  boolean holds(int point) {
    return point >= first && point <= last;
  }
}
