package io.zhidun.simulator.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Lets actors act in order of time, one after the other. Actors due at the same moment act in the
 * order in which they were entered, so that a run is a function of its seed.
 */
public sealed class Timeline permits CrewTimeline {
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::order));
  private final Pace pace;
  private long order;

  public Timeline(Pace pace) {
    this.pace = pace;
  }

  public void enter(Instant at, Actor actor) {
    entries.add(new Entry(at, order++, actor));
  }

  /** Runs until {@code end}, until no actor is left, or until the pace is stopped. */
  public void run(Instant end) {
    while (!entries.isEmpty() && entries.element().at().isBefore(end)) {
      Entry entry = entries.remove();
      if (!pace.reach(entry.at())) {
        return;
      }
      Instant now = pace.now();
      Optional<Duration> wait = entry.actor().act(now);
      wait.ifPresent(duration -> enter(now.plus(duration), entry.actor()));
    }
  }

  private record Entry(Instant at, long order, Actor actor) {}
}
