package io.zhidun.rules.correlate;

import io.zhidun.rules.sigma.Rule;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * So many distinct values within the timespan. Of each value only the newest event matters, since
 * an older one leaves the window first; so it holds fewer events than the threshold, however many
 * repeat a value. An event without the field does not count.
 */
final class ValueCount extends Machine {
  /** Newest event by value, oldest first. */
  private final LinkedHashMap<String, Step> newest;

  ValueCount(Rule rule) {
    this(rule, new LinkedHashMap<>(0));
  }

  private ValueCount(Rule rule, LinkedHashMap<String, Step> newest) {
    super(rule);
    this.newest = newest;
  }

  @Override
  @Nullable Reached on(Step step) {
    String value = value(step);
    if (value == null) {
      return null;
    }
    forgetBefore(step.timeMicros() - timespanMicros);
    newest.remove(value);
    newest.put(value, step);
    if (newest.size() < correlation.threshold().reach()) {
      return null;
    }
    Reached reached = Reached.counting(new ArrayList<>(newest.values()));
    newest.clear();
    return reached;
  }

  private @Nullable String value(Step step) {
    if (!(step instanceof Match match)) {
      return null;
    }
    List<String> fields = correlation.valueFields();
    return fields.size() == 1 ? value(match, fields.get(0)) : together(match, fields);
  }

  private @Nullable String value(Match match, String field) {
    return match.value(correlation.fieldFor(field, match.ruleId()));
  }

  /** Several fields count as one value made of all. */
  private @Nullable String together(Match match, List<String> fields) {
    StringBuilder all = new StringBuilder();
    for (String field : fields) {
      String value = value(match, field);
      if (value == null) {
        return null;
      }
      all.append(value.length()).append(':').append(value);
    }
    return all.toString();
  }

  @Override
  void forgetBefore(long micros) {
    Iterator<Map.Entry<String, Step>> oldest = newest.entrySet().iterator();
    while (oldest.hasNext() && oldest.next().getValue().timeMicros() < micros) {
      oldest.remove();
    }
  }

  @Override
  long oldestMicros() {
    return newest.isEmpty() ? Long.MAX_VALUE : newest.values().iterator().next().timeMicros();
  }

  @Override
  Machine copy() {
    return new ValueCount(rule, new LinkedHashMap<>(newest));
  }

  @Override
  List<List<Step>> lanes() {
    return List.of(List.copyOf(newest.values()));
  }

  @Override
  void restore(List<List<Step>> lanes) {
    for (Step step : lanes.get(0)) {
      String value = value(step);
      if (value != null) {
        newest.put(value, step);
      }
    }
  }
}
