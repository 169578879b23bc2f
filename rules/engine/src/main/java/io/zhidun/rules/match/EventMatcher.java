package io.zhidun.rules.match;

import io.zhidun.events.Event;
import io.zhidun.events.LogSource;
import io.zhidun.events.ValueType;
import io.zhidun.rules.atom.Glob;
import io.zhidun.rules.atom.NumberTest;
import io.zhidun.rules.atom.TextTest;
import io.zhidun.rules.atom.TextView;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rules that match an event: the index tells which pivots hold, only the rules of those
 * are run, and what a rule asks beyond the index is asked of the event once and remembered. Scratch
 * space for one thread; an event that matches nothing costs no allocation.
 */
public final class EventMatcher {
  /** Log sources whose routes are at hand without a look into the shared map; a power of two. */
  private static final int AT_HAND = 128;

  private final CompiledRules compiled;
  private final TextView view = new TextView();

  /** By atom: equal to {@link #stamp} when it holds, one more when it does not; else not asked. */
  private final int[] answers;

  /** By atom: equal to {@link #value} when the value being scanned does not hold for it. */
  private final int[] refuted;

  private int value;

  /** By rule: equal to {@link #stamp} when it is a candidate already. */
  private final int[] entered;

  private final int[] candidates;
  private int candidateCount;
  private int stamp;

  /** The slot whose value is read as it is written, or -1. */
  private int written = -1;

  /** Whether the text of a whole event is scanned; {@link #written} is then found at each hit. */
  private boolean inText;

  /** Events so far, and whether this one is counted for what the route learns. */
  private int turn;

  private boolean counted;

  private Event event;
  private Route route;
  private RouteSource source;
  private LogSource routed = LogSource.ANY;
  private @Nullable MatchObserver observer;
  private long began;
  private final @Nullable LogSource[] known = new LogSource[AT_HAND];
  private final @Nullable RouteSource[] knownSources = new RouteSource[AT_HAND];

  public EventMatcher(CompiledRules compiled) {
    this.compiled = compiled;
    this.answers = new int[compiled.atoms.length];
    this.refuted = new int[compiled.atoms.length];
    this.entered = new int[compiled.rules.length];
    this.candidates = new int[compiled.rules.length];
    this.event = new Event();
    this.source = compiled.route(LogSource.ANY);
    this.route = source.route();
  }

  /** Hands every rule on single events that matches to {@code sink}, in the set's order. */
  public void match(Event matched, MatchSink sink) {
    begin(matched);
    scanFields();
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

  /**
   * The same, told to an observer. Asking the time costs more than most rules: for a few events.
   */
  public void match(Event matched, MatchSink sink, MatchObserver watching) {
    observer = watching;
    began = System.nanoTime();
    try {
      match(matched, sink);
    } finally {
      observer = null;
    }
    if (candidateCount == 0) {
      watching.searched(System.nanoTime() - began);
    }
  }

  private void runWatched(MatchSink sink, MatchObserver watching) {
    watching.searched(System.nanoTime() - began);
    for (int i = 0; i < candidateCount; i++) {
      int rule = candidates[i];
      long before = System.nanoTime();
      boolean matches = isRead(rule) && route.decisions.isTrue(rule, this);
      watching.ran(compiled.rules[rule], System.nanoTime() - before);
      if (matches) {
        sink.matched(compiled.rules[rule]);
      }
    }
  }

  /** By the fields that have an index or by the event's values, whichever are fewer. */
  private void scanFields() {
    Event read = event;
    Route by = route;
    if (by.indexed.length < read.size()) {
      for (int i = 0; i < by.indexed.length; i++) {
        for (int slot = read.first(by.indexed[i]); slot >= 0; slot = read.next(slot)) {
          by.indexes[i].scan(read, slot, this);
        }
      }
      return;
    }
    for (int slot = 0; slot < read.size(); slot++) {
      FieldIndex index = by.index(read.field(slot));
      if (index != null) {
        index.scan(read, slot, this);
      }
    }
  }

  /** In the text of the whole event where that is cheaper, and in what that cannot show. */
  private void scanKeywords(FieldIndex keywords) {
    GramTable parts = keywords.forText();
    int first = parts == null ? 0 : event.textFirst();
    int last = parts == null ? 0 : event.textLast();
    if (parts != null && first < last) {
      inText = true;
      parts.scan(event.text(), event.textStart(), event.textEnd(), this);
      inText = false;
      written = -1;
    }
    for (int slot = 0; slot < event.size(); slot++) {
      if (slot < first || slot >= last || !event.isPlain(slot)) {
        keywords.scanKeywords(event, slot, this);
      }
    }
  }

  private void begin(Event matched) {
    event = matched;
    view.begin();
    LogSource logSource = matched.logSource();
    if (logSource == LogSource.ANY) {
      logSource = WindowsLogs.shipped().of(matched, view);
    }
    if (logSource != routed) {
      source = sourceOf(logSource);
      routed = logSource;
    }
    counted = source.counts(++turn);
    route = counted ? source.next() : source.route();
    candidateCount = 0;
    stamp += 2;
    if (stamp <= 0) {
      Arrays.fill(answers, 0);
      Arrays.fill(entered, 0);
      stamp = 2;
    }
  }

  private RouteSource sourceOf(LogSource logSource) {
    int place = System.identityHashCode(logSource) & AT_HAND - 1;
    RouteSource atHand = knownSources[place];
    if (atHand != null && known[place] == logSource) {
      return atHand;
    }
    RouteSource found = compiled.route(logSource);
    known[place] = logSource;
    knownSources[place] = found;
    return found;
  }

  private void run(MatchSink sink) {
    Arrays.sort(candidates, 0, candidateCount);
    if (observer != null) {
      runWatched(sink, observer);
      return;
    }
    for (int i = 0; i < candidateCount; i++) {
      int rule = candidates[i];
      if (isRead(rule) && route.decisions.isTrue(rule, this)) {
        sink.matched(compiled.rules[rule]);
      }
    }
  }

  /** The shared route of rare kinds of log holds every rule. */
  private boolean isRead(int rule) {
    return !source.isShared() || Routing.reads(compiled.rules[rule].logSource(), routed);
  }

  private void enter(int rule) {
    if (entered[rule] != stamp) {
      entered[rule] = stamp;
      candidates[candidateCount++] = rule;
    }
  }

  /** A pivot holds: its rules are candidates. */
  void hold(int pivot) {
    int atom = route.atomOf[pivot];
    if (answers[atom] == stamp) {
      return;
    }
    answers[atom] = stamp;
    if (counted) {
      route.held[pivot]++;
    }
    for (int rule : route.rulesOf[pivot]) {
      enter(rule);
    }
  }

  boolean isHeld(int atom) {
    return answers[atom] == stamp;
  }

  boolean isNumber(int pivot) {
    return compiled.atoms[route.atomOf[pivot]].test() instanceof NumberTest;
  }

  /** Looks for parts of keywords in a slot's value as it is written. */
  void scanWritten(GramTable parts, int slot) {
    written = slot;
    parts.scan(event.data(slot), event.from(slot), event.to(slot), this);
    written = -1;
  }

  /** Another value is scanned. */
  void beginValue() {
    if (++value == 0) {
      Arrays.fill(refuted, 0);
      value = 1;
    }
  }

  /**
   * A pivot's literal stands at {@code start} of the value {@code bytes[from, to)}. However often
   * it does, the whole pattern is compared once.
   */
  void found(PartAtom part, byte[] bytes, int from, int to, int start) {
    if (inText && !isInValue(start, start + part.literal().length)
        || refuted[part.atom()] == value) {
      return;
    }
    boolean holds;
    if (part.glob().isCased()) {
      holds = isTrue(part.atom());
    } else if (written >= 0) {
      view.showFolded(event, written);
      holds = part.glob().matches(view);
    } else {
      holds = part.isWhole() || part.glob().matches(bytes, from, to);
    }
    if (holds) {
      hold(part.pivot());
    } else {
      refuted[part.atom()] = value;
    }
  }

  /** Whether a part of the event's text lies in one value, which is then the one looked at. */
  private boolean isInValue(int start, int end) {
    int low = event.textFirst();
    int high = event.textLast() - 1;
    while (low < high) {
      int middle = low + high + 1 >>> 1;
      if (event.from(middle) <= start) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    if (low != written) {
      written = low;
      beginValue();
    }
    return event.from(low) <= start && end <= event.to(low) && event.type(low) != ValueType.NULL;
  }

  /** The answer for an atom whose case the index does not compare. */
  private boolean isTrue(int atom) {
    if (answers[atom] == stamp + 1) {
      return false;
    }
    boolean holds = ask(atom);
    if (!holds) {
      answers[atom] = stamp + 1;
    }
    return holds;
  }

  /** Whether an atom holds, by the index or by asking the event. */
  boolean holds(int atom) {
    int answer = answers[atom];
    if (answer == stamp) {
      return true;
    }
    if (answer == stamp + 1 || route.answers(atom)) {
      return false;
    }
    int[] asked = route.asked;
    if (counted && asked != null) {
      asked[atom]++;
    }
    boolean holds = ask(atom);
    answers[atom] = holds ? stamp : stamp + 1;
    return holds;
  }

  /** Asks the event itself. */
  private boolean ask(int atom) {
    int field = compiled.fieldOf[atom];
    Glob glob = compiled.globOf[atom];
    if (glob != null) {
      return matches(glob, field);
    }
    if (field >= 0) {
      return compiled.atoms[atom].test().holds(event, field, view);
    }
    TextTest keyword = (TextTest) compiled.atoms[atom].test();
    for (int slot = 0; slot < event.size(); slot++) {
      if (event.type(slot) != ValueType.NULL && keyword.holdsAt(event, slot, view)) {
        return true;
      }
    }
    return false;
  }

  /** What {@link TextTest} does, without looking up which test it is. */
  private boolean matches(Glob glob, int field) {
    for (int slot = event.first(field); slot >= 0; slot = event.next(slot)) {
      if (event.type(slot) != ValueType.NULL) {
        view.showFolded(event, slot);
        if (glob.matches(view)) {
          return true;
        }
      }
    }
    return false;
  }

  TextView view() {
    return view;
  }
}
