package io.zhidun.rules.correlate;

import io.zhidun.events.Detection;
import io.zhidun.rules.sigma.Correlation;
import io.zhidun.rules.sigma.Rule;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One correlation of one group, fed with steps in their order. Reaching the condition returns what
 * was counted and forgets it: the next detection needs as many new events again.
 */
abstract sealed class Machine
    permits EventCount, ValueCount, Temporal, TemporalOrdered, ValueWindow {
  final Rule rule;
  final Correlation correlation;
  final long timespanMicros;

  Machine(Rule rule) {
    this.rule = rule;
    this.correlation = rule.requireCorrelation();
    this.timespanMicros = TimeUnit.SECONDS.toMicros(correlation.timespan().toSeconds());
  }

  static Machine of(Rule rule) {
    return switch (rule.requireCorrelation().type()) {
      case EVENT_COUNT -> new EventCount(rule);
      case VALUE_COUNT -> new ValueCount(rule);
      case TEMPORAL -> new Temporal(rule);
      case TEMPORAL_ORDERED -> new TemporalOrdered(rule);
      case VALUE_SUM, VALUE_AVG, VALUE_PERCENTILE -> new ValueWindow(rule);
    };
  }

  /** Takes the next step; what was counted if that reaches the condition, else null. */
  abstract @Nullable Reached on(Step step);

  /** Forgets what lies before a time and so cannot count with anything later. */
  abstract void forgetBefore(long micros);

  /** Time of the oldest step held; {@link Long#MAX_VALUE} if none is. */
  abstract long oldestMicros();

  /** Values so far that should be numbers and were not. */
  long notNumbers() {
    return 0;
  }

  /** Steps so far that left early because too many were held. */
  long crowdedOut() {
    return 0;
  }

  abstract Machine copy();

  /** All it holds, as lists whose meaning is the machine's. */
  abstract List<List<Step>> lanes();

  /** Takes over what {@link #lanes} gave. */
  abstract void restore(List<List<Step>> lanes);

  boolean isEmpty() {
    return oldestMicros() == Long.MAX_VALUE;
  }

  /** Beyond what evidence keeps, only times and ids are needed. */
  static final int FULL_STEPS = Detection.MAX_EVENTS;
}
