package io.zhidun.simulator.time;

import java.time.Instant;
import java.time.ZonedDateTime;

/** How busy the public is over the day, as a share of the busiest hour. */
public final class DailyRhythm {
  /** Share by local hour: light nights, two working peaks, a dip at noon, a quiet evening. */
  private static final double[] BY_HOUR = {
    0.05, 0.03, 0.02, 0.02, 0.02, 0.04, 0.08, 0.20, 0.60, 0.95, 1.00, 0.90,
    0.45, 0.55, 0.90, 0.95, 0.90, 0.70, 0.40, 0.30, 0.28, 0.25, 0.18, 0.10
  };

  private static final double FREE_DAY = 0.35;

  private DailyRhythm() {}

  /** In (0, 1], changing smoothly from one half hour to the next. */
  public static double at(Instant moment) {
    ZonedDateTime local = moment.atZone(DutyHours.ZONE);
    double hour = local.getHour() + local.getMinute() / 60.0 - 0.5;
    int before = Math.floorMod((int) Math.floor(hour), 24);
    double share = hour - Math.floor(hour);
    double busy = BY_HOUR[before] * (1 - share) + BY_HOUR[(before + 1) % 24] * share;
    return Holidays.isWorkday(local.toLocalDate()) ? busy : busy * FREE_DAY;
  }
}
