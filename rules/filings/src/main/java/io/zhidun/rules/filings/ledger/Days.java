package io.zhidun.rules.filings.ledger;

import java.time.Instant;
import java.time.LocalDate;

/** Days and seconds since 2000-01-01 as small numbers; a day begins in Asia/Shanghai. */
public final class Days {

  /** How long evidence is held against anybody: 24 months. */
  public static final int HORIZON = 730;

  /**
   * What was not seen for so long is forgotten; longer than the horizon so that nothing dangles.
   */
  public static final int RETENTION = 760;

  private static final int EPOCH_DAY_2000 = 10_957;
  private static final long EPOCH_SECOND_2000 = 946_684_800L;
  private static final int SHANGHAI = 8 * 3600;

  private Days() {}

  public static int of(Instant time) {
    return (int) Math.floorDiv(time.getEpochSecond() + SHANGHAI, 86_400) - EPOCH_DAY_2000;
  }

  public static int of(LocalDate date) {
    return (int) date.toEpochDay() - EPOCH_DAY_2000;
  }

  public static LocalDate date(int day) {
    return LocalDate.ofEpochDay(day + (long) EPOCH_DAY_2000);
  }

  /** Seconds since 2000, enough until 2068. */
  public static int seconds(Instant time) {
    return (int) (time.getEpochSecond() - EPOCH_SECOND_2000);
  }

  public static Instant instant(int seconds) {
    return Instant.ofEpochSecond(seconds + EPOCH_SECOND_2000);
  }

  public static int dayOfSeconds(int seconds) {
    return (int) Math.floorDiv(seconds + EPOCH_SECOND_2000 + SHANGHAI, 86_400) - EPOCH_DAY_2000;
  }
}
