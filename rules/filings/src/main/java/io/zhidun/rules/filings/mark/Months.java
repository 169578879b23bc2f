package io.zhidun.rules.filings.mark;

import java.time.Instant;
import java.time.ZoneOffset;

/** Calendar months back from an instant: the office's day begins at 16:00 UTC of the day before. */
final class Months {

  static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private Months() {}

  static Instant before(Instant time, int months) {
    return time.atOffset(CHINA).minusMonths(months).toInstant();
  }

  /** Days since 1970 in China. */
  static int day(Instant time) {
    return (int) Math.floorDiv(time.getEpochSecond() + CHINA.getTotalSeconds(), 86_400L);
  }
}
