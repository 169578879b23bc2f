package io.zhidun.rules.correlate;

import io.zhidun.rules.sigma.Correlation;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.rules.sigma.Threshold;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Says of a correlation, without counting, whether the next of a few matches may reach it. Compares
 * whole numbers only and errs on one side: what it denies is never reached, what it does not deny
 * has to be counted. Immutable; shared by all groups of a plan.
 */
final class Outlook {
  /** A rule's place in a longer list has no bit, so nothing can be said of it. */
  private static final int MOST_PLACES = Long.SIZE;

  private final Correlation correlation;
  private final long timespanMicros;
  private final int reach;
  private final boolean computes;

  /** No number below meets the condition. */
  private final long lowest;

  /** No number above meets the condition. */
  private final long highest;

  Outlook(Rule rule) {
    this.correlation = rule.requireCorrelation();
    this.timespanMicros = TimeUnit.SECONDS.toMicros(correlation.timespan().toSeconds());
    this.computes =
        switch (correlation.type()) {
          case EVENT_COUNT, VALUE_COUNT, TEMPORAL, TEMPORAL_ORDERED -> false;
          case VALUE_SUM, VALUE_AVG, VALUE_PERCENTILE -> true;
        };
    Threshold threshold = correlation.threshold();
    this.reach = computes ? 1 : threshold.reach();
    this.lowest = threshold.lowest();
    this.highest = threshold.highest();
  }

  long timespanMicros() {
    return timespanMicros;
  }

  /** How many matches it takes at least. */
  int reach() {
    return reach;
  }

  /** Whether it computes with values. */
  boolean computes() {
    return computes;
  }

  /** Whether a match of the rule begins nothing here. */
  boolean continuesWith(String ruleId) {
    return correlation.type() == Correlation.Type.TEMPORAL_ORDERED
        && !correlation.rules().get(0).equals(ruleId);
  }

  /** Bits of the places that a rule has in the list of rules. */
  long places(String ruleId) {
    List<String> rules = correlation.rules();
    long places = 0;
    for (int i = 0; i < Math.min(rules.size(), MOST_PLACES); i++) {
      places |= rules.get(i).equals(ruleId) ? 1L << i : 0;
    }
    return places;
  }

  /**
   * Whether {@code next} may reach the correlation, which reads it and stands at {@code position}.
   *
   * @param before older matches of the group, in their order, that reached nothing
   * @param count how many of them
   */
  boolean mayReach(
      Plan plan,
      int position,
      Match[] before,
      int count,
      Match next,
      @Nullable Newcomers newcomers) {
    return switch (correlation.type()) {
      case EVENT_COUNT, VALUE_COUNT -> mayCount(plan, position, before, count, next, newcomers);
      case TEMPORAL, TEMPORAL_ORDERED ->
          mayComplete(plan, position, before, count, next, newcomers);
      case VALUE_SUM, VALUE_AVG, VALUE_PERCENTILE ->
          mayCompute(plan, position, before, count, next, newcomers);
    };
  }

  private boolean mayCount(
      Plan plan,
      int position,
      Match[] before,
      int count,
      Match next,
      @Nullable Newcomers newcomers) {
    int counted = 1;
    for (int i = count - 1; i >= 0 && isOpen(before[i], next); i--) {
      counted += plan.intake(before[i]).counts(position, before[i], newcomers) ? 1 : 0;
    }
    return counted >= reach;
  }

  /** Whether enough of the rules are there, in whatever order. */
  private boolean mayComplete(
      Plan plan,
      int position,
      Match[] before,
      int count,
      Match next,
      @Nullable Newcomers newcomers) {
    if (correlation.rules().size() > MOST_PLACES) {
      return true;
    }
    long places = plan.intake(next).places(position);
    for (int i = count - 1; i >= 0 && isOpen(before[i], next); i--) {
      Intake intake = plan.intake(before[i]);
      if (intake.counts(position, before[i], newcomers)) {
        places |= intake.places(position);
      }
    }
    return Long.bitCount(places) >= reach;
  }

  private boolean mayCompute(
      Plan plan,
      int position,
      Match[] before,
      int count,
      Match next,
      @Nullable Newcomers newcomers) {
    int place = plan.intake(next).value(position);
    if (!next.hasValue(place)) {
      return false;
    }
    long value = next.wholeNumber(place);
    long sum = value;
    long least = value;
    long most = value;
    int values = 1;
    boolean whole = value != Match.NO_WHOLE_NUMBER;
    for (int i = count - 1; whole && i >= 0 && isOpen(before[i], next); i--) {
      Intake intake = plan.intake(before[i]);
      place = intake.value(position);
      if (intake.counts(position, before[i], newcomers) && before[i].hasValue(place)) {
        value = before[i].wholeNumber(place);
        whole = value != Match.NO_WHOLE_NUMBER;
        sum += value;
        least = Math.min(least, value);
        most = Math.max(most, value);
        values++;
      }
    }
    return !whole || mayMeet(sum, least, most, values);
  }

  private boolean mayMeet(long sum, long least, long most, int count) {
    return switch (correlation.type()) {
      case VALUE_SUM -> sum >= lowest && sum <= highest;
      // Both products stay within a long: limits are at most 10^17, a group has at most 9 matches.
      case VALUE_AVG -> sum >= lowest * count && sum <= highest * count;
      default -> most >= lowest && least <= highest;
    };
  }

  private boolean isOpen(Match match, Match next) {
    return match.timeMicros() >= next.timeMicros() - timespanMicros;
  }
}
