package io.zhidun.rules.match;

import io.zhidun.events.Event;
import io.zhidun.events.LogSource;
import io.zhidun.events.ValueType;
import io.zhidun.rules.atom.TextTest;
import io.zhidun.rules.atom.TextView;
import java.util.Arrays;

/**
 * Finds the rules that match an event: the index tells which pivots hold, only the rules of those
 * are run, and what a rule asks beyond the index is asked of the event once and remembered. Scratch
 * space for one thread; an event that matches nothing costs no allocation.
 */
public final class EventMatcher {
  private final CompiledRules compiled;
  private final TextView view = new TextView();
  private final TextView second = new TextView();
  private final PartReport report = new PartReport();

  /** By atom: equal to {@link #stamp} when it holds, one more when it does not; else not asked. */
  private final int[] answers;

  /** By rule: equal to {@link #stamp} when it is a candidate already. */
  private final int[] entered;

  private final int[] candidates;
  private int candidateCount;
  private int stamp;
  private Event event;
  private Route route;
  private LogSource routed = LogSource.ANY;

  public EventMatcher(CompiledRules compiled) {
    this.compiled = compiled;
    this.answers = new int[compiled.atoms.length];
    this.entered = new int[compiled.rules.length];
    this.candidates = new int[compiled.rules.length];
    this.event = new Event();
    this.route = compiled.route(LogSource.ANY);
  }

  /** Hands every rule on single events that matches to {@code sink}, in the set's order. */
  public void match(Event matched, MatchSink sink) {
    begin(matched);
    for (FieldIndex index : route.fields) {
      int slot = matched.first(index.field);
      if (slot >= 0) {
        index.scan(matched, slot, this);
      }
    }
    if (route.keywords != null) {
      scanKeywords(route.keywords);
    }
    for (int rule : route.always) {
      enter(rule);
    }
    if (candidateCount > 0) {
      run(sink);
    }
  }

  private void begin(Event matched) {
    event = matched;
    LogSource logSource = matched.logSource();
    if (logSource == LogSource.ANY) {
      logSource = WindowsLogs.shipped().of(matched, view);
    }
    if (logSource != routed) {
      route = compiled.route(logSource);
      routed = logSource;
    }
    candidateCount = 0;
    stamp += 2;
    if (stamp <= 0) {
      Arrays.fill(answers, 0);
      Arrays.fill(entered, 0);
      stamp = 2;
    }
  }

  private void scanKeywords(FieldIndex keywords) {
    for (int slot = 0; slot < event.size(); slot++) {
      keywords.scanValue(event, slot, this);
    }
  }

  private void run(MatchSink sink) {
    Arrays.sort(candidates, 0, candidateCount);
    for (int i = 0; i < candidateCount; i++) {
      int rule = candidates[i];
      if (isRead(rule) && compiled.programs[rule].run(this)) {
        sink.matched(compiled.rules[rule]);
      }
    }
  }

  /** The shared route of rare kinds of log holds every rule. */
  private boolean isRead(int rule) {
    return Routing.reads(compiled.rules[rule].logSource(), routed);
  }

  private void enter(int rule) {
    if (entered[rule] != stamp) {
      entered[rule] = stamp;
      candidates[candidateCount++] = rule;
    }
  }

  /** A pivot holds: its rules are candidates. */
  void hold(int atom) {
    if (answers[atom] == stamp) {
      return;
    }
    answers[atom] = stamp;
    for (int rule : route.rulesOf[atom]) {
      enter(rule);
    }
  }

  boolean isHeld(int atom) {
    return answers[atom] == stamp;
  }

  boolean isNumber(int atom) {
    return compiled.numberAtom[atom];
  }

  /** Whether an atom holds, by the index or by asking the event. */
  boolean holds(int atom) {
    int answer = answers[atom];
    if (answer == stamp) {
      return true;
    }
    if (answer == stamp + 1 || route.indexed[atom]) {
      return false;
    }
    boolean holds = ask(atom);
    answers[atom] = holds ? stamp : stamp + 1;
    return holds;
  }

  /** Asks the event itself. */
  boolean ask(int atom) {
    int field = compiled.fieldOf[atom];
    if (field >= 0) {
      return compiled.atoms[atom].test().holds(event, field, second);
    }
    TextTest keyword = (TextTest) compiled.atoms[atom].test();
    for (int slot = 0; slot < event.size(); slot++) {
      if (event.type(slot) != ValueType.NULL && keyword.holdsAt(event, slot, second)) {
        return true;
      }
    }
    return false;
  }

  TextView view() {
    return view;
  }

  /** Runs an automaton over what {@code shown} shows. */
  void scanParts(FieldIndex index, Automaton automaton, TextView shown) {
    report.index = index;
    automaton.scan(shown.bytes(), shown.from(), shown.to(), report);
  }

  /** One object for all scans, so that a scan allocates nothing. */
  private final class PartReport implements Automaton.Report {
    private FieldIndex index = EMPTY;

    @Override
    public void found(int number, int end) {
      index.found(number, end, view, EventMatcher.this);
    }
  }

  private static final FieldIndex EMPTY = new FieldIndex.Builder(-1).build();
}
