package io.zhidun.simulator.market.base;

/**
 * How much is filed.
 *
 * @param patents on an average day
 * @param marks on an average day
 */
public record Volume(double patents, double marks, Rhythm rhythm) {
  private static final double PATENTS_A_DAY = 12_500;
  private static final double MARKS_A_DAY = 26_000;

  /** That share of what the office receives. */
  public static Volume office(double scale) {
    return new Volume(PATENTS_A_DAY * scale, MARKS_A_DAY * scale, Rhythm.OFFICE);
  }

  /** So many filings a minute at all hours from that time on, milliseconds of the epoch. */
  public static Volume steady(double perMinute, long from) {
    double daily = perMinute * 1_440;
    double patents = daily * PATENTS_A_DAY / (PATENTS_A_DAY + MARKS_A_DAY);
    return new Volume(patents, daily - patents, Rhythm.steady(from));
  }
}
