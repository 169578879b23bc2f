package io.zhidun.rules.sigma;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a correlation must reach: all comparisons of its condition together. Immutable.
 *
 * <p>Sigma does not say when a condition is looked at. Here it is when a match arrives, on the
 * window that ends at that match; what leaves the window decides nothing. A condition that an empty
 * window meets, such as {@code lt 5} of a count, is true because of what does not arrive; the
 * parser refuses it.
 *
 * <p>A count grows by at most one with a match, so it meets its condition at the least count that
 * does, and an upper bound only says that this count is not too high. Sums, averages and
 * percentiles jump, and are compared each time.
 */
public final class Threshold {
  /** Bound on what one group holds while it counts. */
  public static final int HIGHEST = 10_000;

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** Beyond it {@link #lowest} and {@link #highest} say no more. */
  private static final BigDecimal FAR = BigDecimal.valueOf(100_000_000_000_000_000L);

  private final List<Comparison> comparisons;
  private final String text;
  private final long leastCount;
  private final long lowest;
  private final long highest;

  public Threshold(List<Comparison> comparisons) {
    if (comparisons.isEmpty()) {
      throw new IllegalArgumentException("a threshold needs a comparison");
    }
    this.comparisons = List.copyOf(comparisons);
    this.text = comparisons.stream().map(Comparison::toString).collect(Collectors.joining(", "));
    this.leastCount = computeLeastCount();
    BigDecimal low = FAR.negate();
    BigDecimal high = FAR;
    for (Comparison comparison : comparisons) {
      switch (comparison.operator()) {
        case GT, GTE -> low = low.max(comparison.limit());
        case LT, LTE -> high = high.min(comparison.limit());
        case EQ -> {
          low = low.max(comparison.limit());
          high = high.min(comparison.limit());
        }
        case NEQ -> {}
      }
    }
    this.lowest = low.min(FAR).setScale(0, RoundingMode.FLOOR).longValueExact();
    this.highest = high.max(FAR.negate()).setScale(0, RoundingMode.CEILING).longValueExact();
  }

  static Threshold atLeast(long count) {
    return new Threshold(
        List.of(new Comparison(Comparison.Operator.GTE, BigDecimal.valueOf(count))));
  }

  /** As written, such as {@code gt 5, lte 9}. */
  public String text() {
    return text;
  }

  /** Whether a value meets all comparisons. */
  public boolean holds(BigDecimal value) {
    for (Comparison comparison : comparisons) {
      if (!comparison.holds(value)) {
        return false;
      }
    }
    return true;
  }

  /** Whether {@code sum / count} meets all comparisons; exact. */
  public boolean holdsForMean(BigDecimal sum, int count) {
    BigDecimal divisor = BigDecimal.valueOf(count);
    for (Comparison comparison : comparisons) {
      if (!comparison.holdsForMean(sum, divisor)) {
        return false;
      }
    }
    return true;
  }

  /** The count to reach; only where counts are compared. */
  public int reach() {
    if (leastCount < 1 || leastCount > HIGHEST) {
      throw new IllegalStateException(
          "a count to reach must be between 1 and " + HIGHEST + ", was " + leastCount);
    }
    return (int) leastCount;
  }

  /** A whole number, between -10^17 and 10^17, below which none meets all comparisons. */
  public long lowest() {
    return lowest;
  }

  /** A whole number, between -10^17 and 10^17, above which none meets all comparisons. */
  public long highest() {
    return highest;
  }

  /** The least count from 0 that meets all comparisons; -1 if none does. */
  long leastCount() {
    return leastCount;
  }

  /** The least one is 0, a limit, or next to one. */
  private long computeLeastCount() {
    BigDecimal most = BigDecimal.valueOf(Long.MAX_VALUE);
    return Stream.concat(
            Stream.of(BigDecimal.ZERO),
            comparisons.stream()
                .map(Comparison::limit)
                .flatMap(limit -> Stream.of(limit, limit.add(BigDecimal.ONE))))
        .filter(count -> count.signum() >= 0 && count.stripTrailingZeros().scale() <= 0)
        .filter(this::holds)
        .min(Comparator.naturalOrder())
        .map(count -> count.min(most).longValue())
        .orElse(-1L);
  }

  /** Whether any number meets all comparisons: a limit, one between two, or one beyond them. */
  boolean canHold() {
    List<BigDecimal> limits = comparisons.stream().map(Comparison::limit).sorted().toList();
    BigDecimal below = limits.get(0).subtract(BigDecimal.ONE);
    BigDecimal above = limits.get(limits.size() - 1).add(BigDecimal.ONE);
    boolean holds = holds(below) || holds(above);
    for (int i = 0; i < limits.size() && !holds; i++) {
      BigDecimal limit = limits.get(i);
      BigDecimal next = i + 1 < limits.size() ? limits.get(i + 1) : above;
      holds = holds(limit) || holds(limit.add(next).divide(TWO));
    }
    return holds;
  }
}
