package io.zhidun.benchmarks;

import io.zhidun.events.Event;
import io.zhidun.events.EventJson;
import io.zhidun.rules.NaiveLogSources;
import io.zhidun.rules.NaiveRule;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.TestEvents;
import io.zhidun.rules.match.EventMatcher;
import io.zhidun.rules.sigma.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Whether the engine says what it should: the regression data, and the naive evaluator. */
final class SigmaTruth {
  private static final int MOST_SHOWN = 20;

  private final RuleSet rules;
  private final SigmaData data;

  SigmaTruth(RuleSet rules, SigmaData data) {
    this.rules = rules;
    this.data = data;
  }

  /** How many regression sets fire their rule. */
  long fired() throws IOException {
    EventMatcher matcher = rules.newMatcher();
    return data.regression().stream().filter(set -> fires(set, matcher)).count();
  }

  private static boolean fires(SigmaData.Regression set, EventMatcher matcher) {
    Set<String> hits = new HashSet<>();
    for (byte[] json : set.events()) {
      matcher.match(read(SigmaEvent.windows(json)), rule -> hits.add(rule.id()));
    }
    return hits.contains(set.rule());
  }

  private static Event read(SigmaEvent one) {
    Event event = new Event();
    if (!EventJson.read(one.json(), event)) {
      throw new IllegalStateException("an event is unreadable");
    }
    event.logSource(one.logSource());
    return event;
  }

  /**
   * What comparing gave.
   *
   * @param pairs events times rules
   * @param evaluated pairs whose rule reads the event, so that its condition was evaluated
   * @param hits pairs that match
   * @param differences pairs on which the two do not agree
   */
  record Comparison(long pairs, long evaluated, long hits, long differences) {}

  /** Compares the sets of matching rules on every event. */
  Comparison compare(List<SigmaEvent> events) throws IOException {
    Map<String, NaiveRule> naive = data.naive(rules.rules());
    NaiveLogSources sources = data.logSources();
    LongAdder evaluated = new LongAdder();
    LongAdder hits = new LongAdder();
    List<String> differences = new ArrayList<>();
    ThreadLocal<EventMatcher> matchers = ThreadLocal.withInitial(rules::newMatcher);
    events.parallelStream()
        .forEach(
            one -> {
              Event event = read(one);
              Set<String> found = new TreeSet<>();
              matchers.get().match(event, rule -> found.add(rule.id()));
              Set<String> expected = new TreeSet<>();
              Map<String, List<Object>> values = TestEvents.values(event);
              NaiveLogSources.Kind kind = kind(one, values, sources);
              naive.forEach(
                  (id, rule) -> {
                    if (kind == null || kind.isReadBy(rule.logsource())) {
                      evaluated.increment();
                      if (rule.matches(values)) {
                        expected.add(id);
                      }
                    }
                  });
              hits.add(expected.size());
              if (!found.equals(expected)) {
                note(found, expected, values, differences);
              }
            });
    differences.stream().limit(MOST_SHOWN).forEach(System.err::println);
    return new Comparison(
        (long) events.size() * naive.size(), evaluated.sum(), hits.sum(), differences.size());
  }

  private static NaiveLogSources.@Nullable Kind kind(
      SigmaEvent one, Map<String, List<Object>> values, NaiveLogSources sources) {
    return one.logSource().equals(io.zhidun.events.LogSource.ANY)
        ? sources.of(values)
        : new NaiveLogSources.Kind(
            named(one.logSource().category()),
            named(one.logSource().product()),
            named(one.logSource().service()));
  }

  private static Set<String> named(@Nullable String name) {
    return name == null ? Set.of() : Set.of(name);
  }

  private void note(
      Set<String> found,
      Set<String> expected,
      Map<String, List<Object>> values,
      List<String> differences) {
    for (Rule rule : rules.rules()) {
      if (found.contains(rule.id()) != expected.contains(rule.id())) {
        synchronized (differences) {
          differences.add(
              rule.path()
                  + (found.contains(rule.id()) ? " only in the engine " : " missed ")
                  + values);
        }
      }
    }
  }
}
