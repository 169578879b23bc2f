package io.zhidun.measure.nab;

import java.util.List;

/**
 * Scores alerts on one series. A window earns what its earliest alert is worth: nearly the whole
 * weight in its first half, nothing at its end. An alert outside costs the more the longer the last
 * window is over. The first 15 % of a series (at most 750 points) are for learning: alerts there
 * count for nothing.
 */
public final class NabScorer {
  private static final double PROBATION = 0.15;
  private static final int LONGEST_PROBATION = 750;

  /** Worth of an alert at the very first point of a window, before it is scaled to 1. */
  private static final double EARLIEST = sigmoid(-1);

  private final NabProfile profile;

  public NabScorer(NabProfile profile) {
    this.profile = profile;
  }

  /** Points at the beginning of a series in which nothing is scored. */
  public static int probation(int points) {
    return Math.min((int) Math.floor(PROBATION * points), LONGEST_PROBATION);
  }

  /**
   * @param alerts one entry a point of the series
   * @param windows in order, none touching another
   * @throws IllegalArgumentException where windows overlap or reach beyond the series
   */
  public NabScore score(boolean[] alerts, List<NabWindow> windows) {
    requireOrder(alerts.length, windows);
    double raw = 0;
    int caught = 0;
    int counted = 0;
    int inside = 0;
    int next = 0;
    boolean seen = false;
    for (int i = probation(alerts.length); i < alerts.length; i++) {
      while (next < windows.size() && windows.get(next).last() < i) {
        next++;
        seen = false;
      }
      if (!alerts[i]) {
        continue;
      }
      counted++;
      if (next < windows.size() && windows.get(next).holds(i)) {
        inside++;
        raw += seen ? 0 : earned(windows.get(next), i);
        caught += seen ? 0 : 1;
        seen = true;
      } else {
        raw += profile.falseAlert() * (next == 0 ? -1 : behind(windows.get(next - 1), i));
      }
    }
    int all = windows.size();
    return new NabScore(
        raw - profile.missed() * (all - caught),
        -profile.missed() * all,
        profile.detected() * all,
        all,
        caught,
        counted,
        inside);
  }

  /** An alert is worth the less the later it comes, so the first of a window is its best. */
  private double earned(NabWindow window, int point) {
    double position = -(window.last() - point + 1) / (double) window.width();
    return profile.detected() * sigmoid(position) / EARLIEST;
  }

  private static double behind(NabWindow window, int point) {
    return sigmoid((point - window.last()) / Math.max(1.0, window.width() - 1));
  }

  /** From the paper; -1 where it is indistinguishable from that. */
  private static double sigmoid(double position) {
    return position > 3 ? -1 : 2 / (1 + Math.exp(5 * position)) - 1;
  }

  private static void requireOrder(int points, List<NabWindow> windows) {
    int last = -1;
    for (NabWindow window : windows) {
      if (window.first() <= last || window.last() >= points) {
        throw new IllegalArgumentException(
            window + " overlaps the one before or ends behind " + points + " points");
      }
      last = window.last();
    }
  }
}
