package io.zhidun.rules.match;

import io.zhidun.events.LogSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The route of one kind of log, built anew with better pivots as its stream shows which atoms hold
 * often: a pivot that was thought rare and is not makes way for another, and searches that rules
 * make often are made together by the index. In ever longer steps, and then no more. Matches are
 * the same before and after. Shared by all threads.
 */
final class RouteSource {
  private static final int FIRST_LESSON = 256;
  private static final int STEP = 4;
  private static final int LESSONS = 6;

  /** Events counted one by one; of those after, one in sixteen shows enough. */
  private static final int ALL_COUNTED = 1_024;

  private static final int TURNS = 16;

  /** Candidates an event that are not worth another choice. */
  private static final double FEW = 0.05;

  /** Searches an event from which on one scan for all of them is cheaper. */
  private static final double OFTEN = 0.01;

  private final CompiledRules compiled;
  private final LogSource logSource;
  private final boolean shared;
  private final Map<Integer, Double> measured = new HashMap<>();
  private final Set<Integer> answered = new TreeSet<>();
  private volatile Route route;
  private volatile int nextLesson = FIRST_LESSON;
  private int lessons;

  /**
   * @param shared whether it holds rules of every kind of log, so that each must be asked whether
   *     it reads the event
   */
  RouteSource(CompiledRules compiled, LogSource logSource, boolean shared) {
    this.compiled = compiled;
    this.logSource = logSource;
    this.shared = shared;
    this.route = compiled.build(logSource, unused -> -1.0, Set.of());
  }

  boolean isShared() {
    return shared;
  }

  /** The route as it stands. */
  Route route() {
    return route;
  }

  /**
   * Whether an event is to be counted. Threads that counted every event would take the counters'
   * cache lines from each other.
   *
   * @param turn number of the event, by the caller's own count
   */
  boolean counts(int turn) {
    Route current = route;
    return current.asked != null && (current.seen < ALL_COUNTED || turn % TURNS == 0);
  }

  /** The route for the next event, which is counted. */
  Route next() {
    Route current = route;
    if (++current.seen >= nextLesson) {
      learn(current);
      return route;
    }
    return current;
  }

  private synchronized void learn(Route taught) {
    if (taught != route || taught.seen < nextLesson) {
      return;
    }
    double candidates = 0;
    for (int pivot = 0; pivot < taught.held.length; pivot++) {
      double share = (double) taught.held[pivot] / taught.seen;
      candidates += share * taught.rulesOf[pivot].length;
      // What never held may still be as frequent as one event in twice those seen.
      double unseen = Math.min(compiled.guess(taught.atomOf[pivot]), 0.5 / taught.seen);
      measured.put(taught.atomOf[pivot], share > 0 ? share : unseen);
    }
    boolean asksMore = noteAsked(taught);
    nextLesson = ++lessons == LESSONS ? Integer.MAX_VALUE : nextLesson * STEP;
    Route better = taught;
    if (candidates > FEW || asksMore) {
      better = compiled.build(logSource, atom -> measured.getOrDefault(atom, -1.0), answered);
    }
    if (lessons == LESSONS) {
      better.asked = null;
    }
    route = better;
  }

  /** Notes the searches that were made often; whether there are new ones. */
  private boolean noteAsked(Route taught) {
    int before = answered.size();
    int[] asked = taught.asked;
    for (int atom = 0; asked != null && atom < asked.length; atom++) {
      if (asked[atom] > taught.seen * OFTEN && compiled.isSearch(atom)) {
        answered.add(atom);
      }
    }
    return answered.size() > before;
  }
}
