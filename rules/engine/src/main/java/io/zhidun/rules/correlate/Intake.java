package io.zhidun.rules.correlate;

import org.jspecify.annotations.Nullable;

/**
 * How a plan reads the matches of one layout, worked out once for all of them. Immutable; arrays
 * are not to be changed.
 */
final class Intake {
  /** In place of a place that the layout has not. */
  private static final int NOWHERE = -1;

  final Plan plan;

  /** Positions of the correlations that read the matches, in their order. */
  final int[] readers;

  /** How many matches the first of them takes to be reached. */
  final int least;

  /** How long a match can count, in microseconds; 0 where nothing reads it. */
  final long longestMicros;

  /** Whether a correlation computes with its values. */
  final boolean computes;

  /** Whether the matches begin nothing, but only continue what others began. */
  final boolean onlyContinues;

  /** By position: whether the correlation there reads the matches. */
  private final boolean[] reads;

  /** By position: where the layout has the value that the correlation computes with, or -1. */
  private final int[] values;

  /** By position: bits of the places that the matches' rule has in the correlation's list. */
  private final long[] places;

  /**
   * @param readers none where the rule is another by now than the one that made the matches
   */
  Intake(Plan plan, Layout layout, int[] readers) {
    this.plan = plan;
    this.readers = readers;
    int count = plan.correlations.size();
    this.reads = new boolean[count];
    this.values = new int[count];
    this.places = new long[count];
    int fewest = Integer.MAX_VALUE;
    long longest = 0;
    boolean numbers = false;
    boolean continues = readers.length > 0;
    for (int reader : readers) {
      Outlook outlook = plan.outlook(reader);
      reads[reader] = true;
      places[reader] = outlook.places(layout.ruleId());
      values[reader] = outlook.computes() ? valueIn(layout, reader) : NOWHERE;
      fewest = Math.min(fewest, outlook.reach());
      longest = Math.max(longest, outlook.timespanMicros());
      numbers |= outlook.computes();
      continues &= outlook.continuesWith(layout.ruleId());
    }
    this.least = fewest;
    this.longestMicros = longest;
    this.computes = numbers;
    this.onlyContinues = continues;
  }

  private int valueIn(Layout layout, int reader) {
    var correlation = plan.correlations.get(reader).requireCorrelation();
    return layout.indexOf(correlation.fieldFor(correlation.valueFields().get(0), layout.ruleId()));
  }

  /** Whether the correlation at a position counts a match. */
  boolean counts(int position, Match match, @Nullable Newcomers newcomers) {
    return reads[position] && (newcomers == null || !newcomers.isBefore(position, match));
  }

  /** Bits of the places of the matches' rule in the list of the correlation at a position. */
  long places(int position) {
    return places[position];
  }

  /** Where matches have the value that the correlation at a position computes with, or -1. */
  int value(int position) {
    return values[position];
  }
}
