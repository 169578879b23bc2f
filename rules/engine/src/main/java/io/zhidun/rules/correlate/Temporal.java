package io.zhidun.rules.correlate;

import io.zhidun.rules.sigma.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Matches of several rules within the timespan, in any order. Of each rule only the newest match
 * matters.
 */
final class Temporal extends Machine {
  private final @Nullable Step[] newest;

  Temporal(Rule rule) {
    this(rule, new Step[rule.requireCorrelation().rules().size()]);
  }

  private Temporal(Rule rule, @Nullable Step[] newest) {
    super(rule);
    this.newest = newest;
  }

  @Override
  @Nullable Reached on(Step step) {
    forgetBefore(step.timeMicros() - timespanMicros);
    for (int i = 0; i < newest.length; i++) {
      if (correlation.rules().get(i).equals(step.ruleId())) {
        newest[i] = step;
      }
    }
    List<Step> reached = held();
    if (reached.size() < correlation.threshold().reach()) {
      return null;
    }
    Arrays.fill(newest, null);
    return Reached.counting(reached);
  }

  private List<Step> held() {
    List<Step> held = new ArrayList<>();
    for (Step step : newest) {
      if (step != null) {
        held.add(step);
      }
    }
    held.sort(Comparator.comparingLong(Step::timeMicros));
    return held;
  }

  @Override
  void forgetBefore(long micros) {
    for (int i = 0; i < newest.length; i++) {
      Step step = newest[i];
      if (step != null && step.timeMicros() < micros) {
        newest[i] = null;
      }
    }
  }

  @Override
  long oldestMicros() {
    long oldest = Long.MAX_VALUE;
    for (Step step : newest) {
      oldest = step == null ? oldest : Math.min(oldest, step.timeMicros());
    }
    return oldest;
  }

  @Override
  Machine copy() {
    return new Temporal(rule, newest.clone());
  }

  @Override
  List<List<Step>> lanes() {
    List<List<Step>> lanes = new ArrayList<>();
    for (Step step : newest) {
      lanes.add(step == null ? List.of() : List.of(step));
    }
    return lanes;
  }

  @Override
  void restore(List<List<Step>> lanes) {
    for (int i = 0; i < newest.length && i < lanes.size(); i++) {
      newest[i] = lanes.get(i).isEmpty() ? null : lanes.get(i).get(0);
    }
  }
}
