package io.zhidun.simulator.market;

import io.zhidun.simulator.market.scheme.Schemes;
import java.time.LocalDate;
import java.util.Set;

/**
 * What a market is made from. Equal plans give equal bytes.
 *
 * @param from the first day, Asia/Shanghai
 * @param scale share of the office's real volume: 1 is 12,500 patents and 26,000 marks a day
 * @param detail share of honest visits of which each step is an action; sign-in and submission are
 *     always there
 * @param schemes names of schemes and look-alikes to play
 * @param intensity how many instances, relative to an ordinary market
 */
public record MarketPlan(
    long seed,
    LocalDate from,
    int days,
    double scale,
    double detail,
    Set<String> schemes,
    double intensity) {
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
    if (!(intensity > 0 && intensity <= 100)) {
      throw new IllegalArgumentException(
          "intensity must be above 0, at most 100, was " + intensity);
    }
    schemes = Set.copyOf(schemes);
    for (String scheme : schemes) {
      if (!Schemes.names().contains(scheme)) {
        throw new IllegalArgumentException(
            "scheme \"" + scheme + "\" is not one of " + Schemes.names());
      }
    }
  }

  /** All schemes and look-alikes, every step of every visit. */
  public static MarketPlan of(long seed, LocalDate from, int days, double scale) {
    return new MarketPlan(seed, from, days, scale, 1, Set.copyOf(Schemes.names()), 1);
  }

  /** Honest filing only. */
  public static MarketPlan quiet(long seed, LocalDate from, int days, double scale) {
    return new MarketPlan(seed, from, days, scale, 1, Set.of(), 1);
  }

  public MarketPlan detail(double other) {
    return new MarketPlan(seed, from, days, scale, other, schemes, intensity);
  }

  public MarketPlan schemes(Set<String> others) {
    return new MarketPlan(seed, from, days, scale, detail, others, intensity);
  }

  public LocalDate end() {
    return from.plusDays(days);
  }
}
