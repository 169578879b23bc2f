package io.zhidun.rules.filings.ledger;

/**
 * Counts of the last 364 days in 13 periods of 28 days, 28 bytes a subject; 32,767 a period at
 * most.
 */
public final class Rolling {

  private static final int PERIODS = 13;
  private static final int PERIOD_DAYS = 28;

  private final ShortColumn counts = new ShortColumn();
  private final ShortColumn periods = new ShortColumn();

  public void add(int id, int day) {
    int period = advance(id, day);
    int at = id * PERIODS + period % PERIODS;
    counts.set(at, (short) Math.min(Short.MAX_VALUE, counts.get(at) + 1));
  }

  /** How many were counted in this period and the twelve before it. */
  public int sum(int id, int day) {
    advance(id, day);
    int sum = 0;
    for (int i = 0; i < PERIODS; i++) {
      sum += counts.get(id * PERIODS + i);
    }
    return sum;
  }

  public void forget(int id) {
    for (int i = 0; i < PERIODS; i++) {
      counts.set(id * PERIODS + i, (short) 0);
    }
  }

  private int advance(int id, int day) {
    int period = day / PERIOD_DAYS;
    int last = periods.get(id);
    for (int passed = Math.max(last + 1, period - PERIODS + 1); passed <= period; passed++) {
      counts.set(id * PERIODS + passed % PERIODS, (short) 0);
    }
    if (period != last) {
      periods.set(id, (short) period);
    }
    return period;
  }
}
