package io.zhidun.measure.nab;

/**
 * What alerts earned, for one series or the sum of several.
 *
 * @param raw weighted sum of windows and false alerts
 * @param silent what no alert at all would have earned
 * @param perfect what one alert at the first point of each window would have earned
 * @param windows labelled windows
 * @param caught windows with an alert in them
 * @param alerts alerts behind the probationary part
 * @param inside how many of the alerts lie in a window
 */
public record NabScore(
    double raw, double silent, double perfect, int windows, int caught, int alerts, int inside) {
  public static final NabScore NOTHING = new NabScore(0, 0, 0, 0, 0, 0, 0);

  public NabScore plus(NabScore other) {
    return new NabScore(
        raw + other.raw,
        silent + other.silent,
        perfect + other.perfect,
        windows + other.windows,
        caught + other.caught,
        alerts + other.alerts,
        inside + other.inside);
  }

  /**
   * The published figure: 0 for silence, 100 for perfection.
   *
   * @throws IllegalStateException where there are no windows
   */
  public double normalised() {
    if (windows == 0) {
      throw new IllegalStateException("a score without windows has no scale");
    }
    return 100 * (raw - silent) / (perfect - silent);
  }

  /** Share of alerts that lie in a window; 1 where there are none. */
  public double precision() {
    return alerts == 0 ? 1 : inside / (double) alerts;
  }
}
