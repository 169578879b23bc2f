package io.zhidun.benchmarks;

import io.zhidun.events.Event;
import io.zhidun.events.EventReader;
import io.zhidun.events.JsonFault;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.explain.Detector;
import io.zhidun.rules.match.EventMatcher;
import io.zhidun.rules.match.MatchSink;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * One thread that does all that an event costs: JSON bytes to slots, slots to matches, and for each
 * match the conditions that held, with their values.
 */
final class SigmaReader {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final double NANOS = 1e9;

  /** Shorter rounds would be swamped by what else runs on the machine. */
  private static final double ROUND_SECONDS = 1;

  private static final double WARM_UP_SECONDS = 6;

  private final EventMatcher matcher;
  private final EventReader reader = new EventReader(true);
  private final Event event = new Event();
  private final List<SigmaEvent> events;

  /** Conditions told, so that telling them is not optimised away. */
  private long conditions;

  private final MatchSink sink = rule -> conditions += Detector.conditions(rule, event).size();

  SigmaReader(RuleSet rules, List<SigmaEvent> events) {
    this.matcher = rules.newMatcher();
    this.events = events;
  }

  /** Events per second of the thread's CPU time, in the middle of the rounds. */
  double eventsPerCpuSecond(int rounds) {
    long warm = cpu();
    while (cpu() - warm < WARM_UP_SECONDS * NANOS) {
      pass();
    }
    List<Double> rates = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      rates.add(round());
    }
    System.err.printf(
        "%,d events/CPU-s, %,d conditions told%n", (long) Statistics.median(rates), conditions);
    return Statistics.median(rates);
  }

  private double round() {
    long start = cpu();
    long count = 0;
    long spent = 0;
    while (spent < ROUND_SECONDS * NANOS) {
      pass();
      count += events.size();
      spent = cpu() - start;
    }
    return count / (spent / NANOS);
  }

  private void pass() {
    for (SigmaEvent one : events) {
      event.clear();
      try {
        reader.read(one.json(), 0, one.json().length, event);
      } catch (JsonFault fault) {
        throw new IllegalStateException("an event is unreadable", fault);
      }
      event.logSource(one.logSource());
      matcher.match(event, sink);
    }
  }

  static long cpu() {
    return THREADS.getCurrentThreadCpuTime();
  }
}
