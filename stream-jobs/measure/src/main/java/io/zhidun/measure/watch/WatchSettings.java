package io.zhidun.measure.watch;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is watched on one series. Absence, season and change are watched on every series.
 *
 * @param counter whether the series only grows; its rate is watched then
 * @param thresholds limits that people set, on the rate for a counter
 * @param exhaustion the limit to forecast
 * @param calendar of the site
 */
public record WatchSettings(
    boolean counter,
    List<Threshold> thresholds,
    Optional<Exhaustion> exhaustion,
    SiteCalendar calendar) {
  /** As many as a person can mean. */
  public static final int MOST_THRESHOLDS = 16;

  public WatchSettings {
    thresholds = List.copyOf(thresholds);
    Objects.requireNonNull(exhaustion, "exhaustion");
    Objects.requireNonNull(calendar, "calendar");
    if (thresholds.size() > MOST_THRESHOLDS) {
      throw new IllegalArgumentException(
          thresholds.size() + " thresholds on one series, at most " + MOST_THRESHOLDS);
    }
  }

  /** A gauge without limits. */
  public static WatchSettings gauge(SiteCalendar calendar) {
    return new WatchSettings(false, List.of(), Optional.empty(), calendar);
  }
}
