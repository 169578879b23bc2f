package io.zhidun.simulator.market;

import java.time.LocalDate;

/**
 * What a market is made from. Equal plans give equal bytes.
 *
 * @param from the first day, Asia/Shanghai
 * @param scale share of the office's real volume: 1 is 12,500 patents and 26,000 marks a day
 * @param detail share of honest visits of which each step is an action; sign-in and submission are
 *     always there
 */
public record MarketPlan(long seed, LocalDate from, int days, double scale, double detail) {
  public MarketPlan {
    if (days < 1 || days > 1_100) {
      throw new IllegalArgumentException("days must be from 1 to 1100, was " + days);
    }
    if (!(scale > 0 && scale <= 4)) {
      throw new IllegalArgumentException("scale must be above 0 and at most 4, was " + scale);
    }
    if (!(detail >= 0 && detail <= 1)) {
      throw new IllegalArgumentException("detail must be from 0 to 1, was " + detail);
    }
  }

  public LocalDate end() {
    return from.plusDays(days);
  }
}
