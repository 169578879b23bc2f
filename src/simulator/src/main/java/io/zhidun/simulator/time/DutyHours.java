package io.zhidun.simulator.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When the review staff works: on working days, 08:30 to 18:00, China Standard Time. */
public final class DutyHours {
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalTime BEGIN = LocalTime.of(8, 30);
  private static final LocalTime END = LocalTime.of(18, 0);

  /** Kept from both ends, so that no clock difference moves a visit across a boundary. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private DutyHours() {}

  public static boolean cover(Instant moment) {
    ZonedDateTime local = moment.atZone(ZONE);
    LocalTime time = local.toLocalTime();
    return Holidays.isWorkday(local.toLocalDate()) && !time.isBefore(BEGIN) && time.isBefore(END);
  }

  /** Whether a visit that begins now lies within duty hours with its last step, with a margin. */
  public static boolean leaveRoomFor(Instant begin, Duration length) {
    ZonedDateTime first = begin.atZone(ZONE).minus(MARGIN);
    ZonedDateTime last = begin.atZone(ZONE).plus(length).plus(MARGIN);
    return first.toLocalDate().equals(last.toLocalDate())
        && cover(first.toInstant())
        && cover(last.toInstant());
  }
}
