package io.zhidun.simulator.market.stream;

import org.jspecify.annotations.Nullable;

/**
 * How an application belongs to others.
 *
 * @param number of its own where it was given before filing, as those of a pair are
 */
public record Relations(
    @Nullable String number,
    @Nullable String parent,
    @Nullable String pair,
    @Nullable String pct,
    @Nullable String priority,
    @Nullable String priorityDate,
    @Nullable String priorityCountry) {

  public static final Relations NONE = new Relations(null, null, null, null, null, null, null);

  public static Relations numbered(String number) {
    return new Relations(number, null, null, null, null, null, null);
  }

  public static Relations pair(String number, String other) {
    return new Relations(number, null, other, null, null, null, null);
  }

  public static Relations divisional(String parent) {
    return new Relations(null, parent, null, null, null, null, null);
  }

  public static Relations priority(String number, String date, String country) {
    return new Relations(null, null, null, null, number, date, country);
  }

  public static Relations national(String pct, String date, String country) {
    return new Relations(null, null, null, pct, pct, date, country);
  }
}
