package io.zhidun.cause.storm;

import io.zhidun.cause.fact.Fact;
import io.zhidun.cause.topology.Graph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gathers facts as they come. The watermark lags the latest event time by the allowance; whatever
 * arrives in any order within it gives the same storms as all facts at once. Facts are held until
 * nothing that may still come could join them. One thread.
 */
public final class Storms {
  /** What became of a fact. */
  public enum Taken {
    TAKEN,
    /** Its id is held already. */
    KNOWN,
    /** Older than the watermark. */
    LATE,
    /** Its clock is so far ahead of its arrival that it would make all others late. */
    AHEAD,
    /** As many facts are held as the setting allows. */
    FULL
  }

  private final StormSetting setting;
  private final Grouping grouping;
  private final Map<String, Fact> held = new TreeMap<>();
  private final Map<String, Fact> past = new TreeMap<>();
  private final Map<Taken, Long> counts = new EnumMap<>(Taken.class);
  private @Nullable Instant latest;

  public Storms(StormSetting setting) {
    this.setting = setting;
    grouping = new Grouping(setting);
  }

  /**
   * Takes a fact.
   *
   * @param arrived when it came, by the clock of whoever calls
   */
  public Taken take(Fact fact, Instant arrived) {
    Taken taken = judged(fact, arrived);
    counts.merge(taken, 1L, Long::sum);
    if (taken == Taken.TAKEN) {
      held.put(fact.id(), fact);
      latest = latest == null || fact.at().isAfter(latest) ? fact.at() : latest;
    }
    return taken;
  }

  /** How many facts had which fate since the beginning. */
  public Map<Taken, Long> counts() {
    return Map.copyOf(counts);
  }

  /** Storms as they stand. */
  public List<Storm> open(Graph graph) {
    return grouping.of(held.values(), past.values(), graph);
  }

  /** Storms that nothing can join any more; they are told once, and their facts let go. */
  public List<Storm> closed(Graph graph) {
    Instant mark = watermark();
    if (mark == null) {
      return List.of();
    }
    Instant quiet = mark.minus(setting.window());
    List<Storm> closed = new ArrayList<>();
    Instant first = mark;
    for (Storm storm : open(graph)) {
      if (storm.last().isBefore(quiet)) {
        closed.add(storm);
      } else if (storm.first().isBefore(first)) {
        first = storm.first();
      }
    }
    closed.forEach(this::letGo);
    // What may be context of storms that are open, or that may begin at the watermark, stays.
    Instant needed = first.minus(setting.lookback());
    past.values().removeIf(fact -> fact.at().isBefore(needed));
    held.values().removeIf(f -> !f.signal().isSymptom() && f.at().isBefore(needed));
    return closed;
  }

  private void letGo(Storm storm) {
    boolean mayHaveCaused = Grouping.onlySecurity(storm.facts());
    for (Fact fact : storm.facts()) {
      held.remove(fact.id());
      if (mayHaveCaused) {
        past.put(fact.id(), fact);
      }
    }
  }

  private @Nullable Instant watermark() {
    return latest == null ? null : latest.minus(setting.allowance());
  }

  private Taken judged(Fact fact, Instant arrived) {
    if (held.containsKey(fact.id()) || past.containsKey(fact.id())) {
      return Taken.KNOWN;
    }
    if (fact.at().isAfter(arrived.plus(setting.ahead()))) {
      return Taken.AHEAD;
    }
    Instant mark = watermark();
    if (mark != null && fact.at().isBefore(mark)) {
      return Taken.LATE;
    }
    return held.size() + past.size() >= setting.facts() ? Taken.FULL : Taken.TAKEN;
  }
}
