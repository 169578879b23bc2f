package io.zhidun.service.compliance.evidence;

/** Figures as evidence shows them. */
final class Rounded {
  private Rounded() {}

  static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }

  /** Downwards, so that one that is missing is never rounded away. */
  static double percent(long part, long whole) {
    return whole == 0 ? 0 : Math.floor(1_000.0 * part / whole) / 10.0;
  }
}
