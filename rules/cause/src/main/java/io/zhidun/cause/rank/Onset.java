package io.zhidun.cause.rank;

import io.zhidun.cause.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When a storm broke. Alerts that happened to fire some minutes before would else be the earliest
 * of all: the onset is where the crowded stretch begins that the thickest minute belongs to.
 */
final class Onset {
  private Onset() {}

  /**
   * The onset.
   *
   * @param facts by time, at least one
   * @param gap longest silence within the crowded stretch
   */
  static Instant of(List<Fact> facts, Duration gap) {
    int thickest = 0;
    int most = 0;
    int end = 0;
    for (int begin = 0; begin < facts.size(); begin++) {
      Instant until = facts.get(begin).at().plus(gap);
      while (end < facts.size() && !facts.get(end).at().isAfter(until)) {
        end++;
      }
      if (end - begin > most) {
        most = end - begin;
        thickest = begin;
      }
    }
    int first = thickest;
    while (first > 0 && !isSilent(facts.get(first - 1), facts.get(first), gap)) {
      first--;
    }
    return facts.get(first).at();
  }

  private static boolean isSilent(Fact before, Fact after, Duration gap) {
    return Duration.between(before.at(), after.at()).compareTo(gap) > 0;
  }
}
