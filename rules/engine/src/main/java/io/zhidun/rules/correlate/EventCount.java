package io.zhidun.rules.correlate;

import io.zhidun.rules.sigma.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** So many events within the timespan. Holds fewer than the threshold. */
final class EventCount extends Machine {
  private final ArrayList<Step> counted;

  EventCount(Rule rule) {
    this(rule, new ArrayList<>(0));
  }

  private EventCount(Rule rule, ArrayList<Step> counted) {
    super(rule);
    this.counted = counted;
  }

  @Override
  @Nullable Reached on(Step step) {
    forgetBefore(step.timeMicros() - timespanMicros);
    counted.add(step);
    if (counted.size() >= correlation.threshold().reach()) {
      Reached reached = Reached.counting(counted);
      counted.clear();
      return reached;
    }
    int slimmed = counted.size() - FULL_STEPS - 1;
    if (slimmed >= 0) {
      counted.set(slimmed, counted.get(slimmed).slim());
    }
    return null;
  }

  @Override
  void forgetBefore(long micros) {
    int keep = 0;
    while (keep < counted.size() && counted.get(keep).timeMicros() < micros) {
      keep++;
    }
    if (keep > 0) {
      counted.subList(0, keep).clear();
    }
  }

  @Override
  long oldestMicros() {
    return counted.isEmpty() ? Long.MAX_VALUE : counted.get(0).timeMicros();
  }

  @Override
  Machine copy() {
    return new EventCount(rule, new ArrayList<>(counted));
  }

  @Override
  List<List<Step>> lanes() {
    return List.of(List.copyOf(counted));
  }

  @Override
  void restore(List<List<Step>> lanes) {
    lanes.forEach(counted::addAll);
  }
}
