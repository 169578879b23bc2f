package io.zhidun.rules.filings.behave;

import io.zhidun.rules.filings.ledger.FloatColumn;
import io.zhidun.rules.filings.ledger.IntColumn;
import io.zhidun.rules.filings.ledger.ShortColumn;

/**
 * How many filings a day are usual for each subject: 42 bytes a subject.
 *
 * <p>Two averages of the seasonally adjusted count of a day, exponentially weighted: λ = 0.1 for
 * the last weeks, λ = 1/180 for the last half year, both with the second moment; days without
 * filings count as zero. A one-sided CUSUM (k = 0.5 σ, h = 5 σ; Page, 1954) notes slow rises.
 */
final class OwnRates {

  private static final double FAST = 0.1;
  private static final double SLOW = 1 / 180.0;
  private static final double CUSUM_SLACK = 0.5;
  static final double CUSUM_LIMIT = 5;

  /** A subject seen for fewer days has no baseline of its own. */
  static final int LEAST_AGE = 30;

  private final ShortColumn firstDays = new ShortColumn();
  private final ShortColumn days = new ShortColumn();
  private final IntColumn counts = new IntColumn();
  private final ShortColumn weeks = new ShortColumn();
  private final IntColumn weekCounts = new IntColumn();
  private final FloatColumn fast = new FloatColumn();
  private final FloatColumn fastSquares = new FloatColumn();
  private final FloatColumn slow = new FloatColumn();
  private final FloatColumn slowSquares = new FloatColumn();
  private final FloatColumn cusums = new FloatColumn();
  private final IntColumn logged = new IntColumn();

  /** One more filing of the subject today. Says what the day before brought, where it is over. */
  void add(int id, int today, Season season, PeerRates peers, int band) {
    int day = days.get(id);
    if (day == 0) {
      firstDays.set(id, (short) today);
      days.set(id, (short) today);
    } else if (day != today) {
      double count = counts.get(id) / season.past(day);
      peers.add(band, count);
      close(id, count, today - day - 1);
      days.set(id, (short) today);
      counts.set(id, 0);
      logged.set(id, 0);
    }
    counts.set(id, counts.get(id) + 1);
    int week = Math.floorDiv(today, 7);
    boolean same = weeks.get(id) == week;
    weeks.set(id, (short) week);
    weekCounts.set(id, same ? weekCounts.get(id) + 1 : 1);
  }

  private void close(int id, double count, int idle) {
    double sigma = Math.sqrt(Math.max(variance(id), 0.25));
    double mean = mean(id);
    double drift = (count - mean) / sigma - CUSUM_SLACK;
    double sum = Math.max(0, cusums.get(id) + drift);
    cusums.set(id, (float) Math.max(0, sum - idle * (mean / sigma + CUSUM_SLACK)));
    average(fast, id, FAST, count, idle);
    average(fastSquares, id, FAST, count * count, idle);
    average(slow, id, SLOW, count, idle);
    average(slowSquares, id, SLOW, count * count, idle);
  }

  private static void average(FloatColumn column, int id, double rate, double value, int idle) {
    double now = column.get(id) + rate * (value - column.get(id));
    column.set(id, (float) (now * Math.pow(1 - rate, idle)));
  }

  int age(int id) {
    return days.get(id) - firstDays.get(id);
  }

  int today(int id) {
    return counts.get(id);
  }

  int thisWeek(int id) {
    return weekCounts.get(id);
  }

  /** Filings a day: the larger of the two averages, each corrected for how short it has run. */
  double mean(int id) {
    return Math.max(corrected(fast, id, FAST), corrected(slow, id, SLOW));
  }

  /** Of the count of a day. */
  double variance(int id) {
    double near = corrected(fast, id, FAST);
    double far = corrected(slow, id, SLOW);
    return Math.max(
        Math.max(corrected(fastSquares, id, FAST) - near * near, 0),
        Math.max(corrected(slowSquares, id, SLOW) - far * far, 0));
  }

  double cusum(int id) {
    return cusums.get(id);
  }

  private double corrected(FloatColumn column, int id, double rate) {
    int age = age(id);
    return age == 0 ? 0 : column.get(id) / (1 - Math.pow(1 - rate, age));
  }

  /** Where the day's log of the subject's filings ends, or 0. */
  int logged(int id) {
    return logged.get(id);
  }

  void logged(int id, int at) {
    logged.set(id, at);
  }

  void forget(int id) {
    days.set(id, (short) 0);
    firstDays.set(id, (short) 0);
    counts.set(id, 0);
    weekCounts.set(id, 0);
    fast.set(id, 0);
    fastSquares.set(id, 0);
    slow.set(id, 0);
    slowSquares.set(id, 0);
    cusums.set(id, 0);
    logged.set(id, 0);
  }
}
