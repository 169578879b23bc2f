package io.zhidun.rules.correlate;

import io.zhidun.rules.atom.Numbers;
import io.zhidun.rules.sigma.Correlation;
import io.zhidun.rules.sigma.Rule;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sum, average or percentile of one field's numbers within the timespan.
 *
 * <p>A match decides when it arrives: its number enters, what is older than the timespan leaves,
 * and if the result then meets the condition, all numbers held are the detection and are forgotten;
 * the next detection needs new ones. That numbers leave decides nothing by itself. One number is
 * enough for an average or a percentile.
 *
 * <p>A match without the field does not count. A value that is no number does not either, and is
 * told as lost. Holds at most {@link #MOST_VALUES} numbers; then the oldest leave early, as if the
 * timespan were shorter, and are told as lost too.
 */
final class ValueWindow extends Machine {
  /** As many as the highest count that may be asked for. */
  static final int MOST_VALUES = 10_000;

  /** Oldest first. */
  private final ArrayList<Counted> counted;

  private Aggregate aggregate;
  private long notNumbers;
  private long crowdedOut;

  private record Counted(Match match, BigDecimal value) {}

  ValueWindow(Rule rule) {
    this(rule, new ArrayList<>(0), Aggregate.of(rule.requireCorrelation()));
  }

  private ValueWindow(Rule rule, ArrayList<Counted> counted, Aggregate aggregate) {
    super(rule);
    this.counted = counted;
    this.aggregate = aggregate;
  }

  @Override
  @Nullable Reached on(Step step) {
    if (!(step instanceof Match match)) {
      return null;
    }
    String text = match.value(field(match));
    if (text == null) {
      return null;
    }
    BigDecimal value = number(text);
    if (value == null) {
      notNumbers++;
      return null;
    }
    makeRoom(match.timeMicros());
    enter(match, value);
    if (aggregate.holds(correlation.threshold())) {
      return reached();
    }
    narrowOne();
    return null;
  }

  private void makeRoom(long micros) {
    forgetBefore(micros - timespanMicros);
    if (counted.size() >= MOST_VALUES) {
      crowdedOut++;
      forgetOldest(1);
    }
  }

  private Reached reached() {
    Reached reached = new Reached(steps(), aggregate.value());
    counted.clear();
    aggregate = Aggregate.of(correlation);
    return reached;
  }

  private String field(Match match) {
    return field(correlation, match);
  }

  private static String field(Correlation correlation, Match match) {
    return correlation.fieldFor(correlation.valueFields().get(0), match.ruleId());
  }

  /** Whether a correlation of numbers reads a value from the match that is none. */
  static boolean lacksNumber(Rule rule, Match match) {
    Correlation correlation = rule.requireCorrelation();
    return switch (correlation.type()) {
      case VALUE_SUM, VALUE_AVG, VALUE_PERCENTILE -> {
        String text = match.value(field(correlation, match));
        yield text != null && number(text) == null;
      }
      case EVENT_COUNT, VALUE_COUNT, TEMPORAL, TEMPORAL_ORDERED -> false;
    };
  }

  private static @Nullable BigDecimal number(String text) {
    if (text.length() > Numbers.LONGEST) {
      return null;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Numbers.read(bytes, 0, bytes.length);
  }

  private void enter(Match match, BigDecimal value) {
    counted.add(new Counted(match, value));
    aggregate.enter(value);
  }

  /** The newest that evidence will not show keeps its number only. */
  private void narrowOne() {
    int at = counted.size() - FULL_STEPS - 1;
    if (at >= 0) {
      Counted full = counted.get(at);
      counted.set(at, new Counted(full.match.narrow(field(full.match)), full.value));
    }
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>(counted.size());
    counted.forEach(item -> steps.add(item.match));
    return steps;
  }

  @Override
  void forgetBefore(long micros) {
    int keep = 0;
    while (keep < counted.size() && counted.get(keep).match.timeMicros() < micros) {
      keep++;
    }
    forgetOldest(keep);
  }

  private void forgetOldest(int count) {
    if (count == 0) {
      return;
    }
    List<Counted> oldest = counted.subList(0, count);
    oldest.forEach(item -> aggregate.leave(item.value));
    oldest.clear();
  }

  @Override
  long oldestMicros() {
    return counted.isEmpty() ? Long.MAX_VALUE : counted.get(0).match.timeMicros();
  }

  @Override
  long notNumbers() {
    return notNumbers;
  }

  @Override
  long crowdedOut() {
    return crowdedOut;
  }

  @Override
  Machine copy() {
    ValueWindow copy = new ValueWindow(rule, new ArrayList<>(counted), aggregate.copy());
    copy.notNumbers = notNumbers;
    copy.crowdedOut = crowdedOut;
    return copy;
  }

  @Override
  List<List<Step>> lanes() {
    return List.of(steps());
  }

  @Override
  void restore(List<List<Step>> lanes) {
    for (Step step : lanes.get(0)) {
      String text = step instanceof Match match ? match.value(field(match)) : null;
      BigDecimal value = text == null ? null : number(text);
      if (value != null) {
        enter((Match) step, value);
      }
    }
  }
}
