package io.zhidun.report;

import io.zhidun.rules.compliance.record.Result;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many requirements, or objects, have which result.
 *
 * @param by result; every result has a number, 0 where there is none
 */
public record Counts(Map<Result, Integer> by) {

  public Counts {
    EnumMap<Result, Integer> whole = new EnumMap<>(Result.class);
    for (Result result : Result.values()) {
      int count = by.getOrDefault(result, 0);
      if (count < 0) {
        throw new IllegalArgumentException(count + " requirements " + result.wire());
      }
      whole.put(result, count);
    }
    by = Collections.unmodifiableMap(whole);
  }

  static Counts of(Iterable<Result> results) {
    EnumMap<Result, Integer> by = new EnumMap<>(Result.class);
    results.forEach(result -> by.merge(result, 1, Integer::sum));
    return new Counts(by);
  }

  public int of(Result result) {
    return by.getOrDefault(result, 0);
  }

  public int total() {
    return by.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** All but those that do not apply. */
  public int applicable() {
    return total() - of(Result.NOT_APPLICABLE);
  }

  /** Share of the applicable that are met, as in 87.50%; a dash where none applies. */
  public String metShare() {
    return applicable() == 0 ? "—" : percent((double) of(Result.MET) / applicable());
  }

  /** A share from 0 to 1 with two digits, half up, as people do it on paper. */
  static String percent(double share) {
    return BigDecimal.valueOf(share).movePointRight(2).setScale(2, RoundingMode.HALF_UP) + "%";
  }
}
