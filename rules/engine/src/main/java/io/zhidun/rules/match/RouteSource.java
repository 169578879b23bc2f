package io.zhidun.rules.match;

import io.zhidun.events.LogSource;
import java.util.HashMap;
import java.util.Map;

/**
 * The route of one kind of log, built anew with better pivots as its stream shows which atoms hold
 * often: a pivot that was thought rare and is not makes way for another, in ever longer steps.
 * Matches are the same before and after. Shared by all threads.
 */
final class RouteSource {
  private static final int FIRST_LESSON = 256;
  private static final int STEP = 4;
  private static final int LESSONS = 8;

  /** Candidates an event that are not worth another choice. */
  private static final double FEW = 0.05;

  private final CompiledRules compiled;
  private final LogSource logSource;
  private final boolean shared;
  private final Map<Integer, Double> measured = new HashMap<>();
  private volatile Route route;
  private volatile int nextLesson = FIRST_LESSON;
  private int lessons;

  /**
   * @param shared whether it holds rules of every kind of log, so that each must be asked whether it
   *     reads the event
   */
  RouteSource(CompiledRules compiled, LogSource logSource, boolean shared) {
    this.compiled = compiled;
    this.logSource = logSource;
    this.shared = shared;
    this.route = compiled.build(logSource, unused -> -1.0);
  }

  boolean isShared() {
    return shared;
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
    nextLesson = ++lessons == LESSONS ? Integer.MAX_VALUE : nextLesson * STEP;
    if (candidates > FEW) {
      route = compiled.build(logSource, atom -> measured.getOrDefault(atom, -1.0));
    }
  }
}
