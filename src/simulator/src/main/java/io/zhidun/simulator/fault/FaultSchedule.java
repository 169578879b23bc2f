package io.zhidun.simulator.fault;

import io.zhidun.simulator.estate.Component;
import io.zhidun.simulator.estate.Conditions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/** All faults of a run, planned and injected. Thread-safe. */
public final class FaultSchedule {
  /** Most faults remembered; a run of a demonstration has a few dozen. */
  private static final int LIMIT = 1_000;

  private static final Duration LONGEST = Duration.ofDays(31);

  private final List<Fault> faults = new ArrayList<>();
  private int next;

  /**
   * Numbers go on where the truth of an earlier run ends.
   *
   * @param first number of the first fault
   */
  public FaultSchedule(int first) {
    next = first;
  }

  /**
   * @throws IllegalArgumentException naming what cannot be
   */
  public synchronized Fault add(FaultKind kind, Component target, Instant start, Duration length) {
    if (length.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a fault lasts for more than 0 and at most 31 days, not " + length);
    }
    if (faults.size() >= LIMIT) {
      throw new IllegalArgumentException("there are " + LIMIT + " faults already");
    }
    String id = "fault-" + next + "-" + kind.id();
    Fault fault = new Fault(id, kind, target, start, length, start.plus(length));
    next++;
    faults.add(fault);
    return fault;
  }

  /**
   * Mends a fault now; one that has not begun never was.
   *
   * @throws NoSuchElementException when none with this id lasts or is planned
   */
  public synchronized void end(String id, Instant at) {
    for (int i = 0; i < faults.size(); i++) {
      Fault fault = faults.get(i);
      if (fault.id().equals(id) && at.isBefore(fault.end())) {
        if (at.isBefore(fault.start())) {
          faults.remove(i);
        } else {
          faults.set(i, fault.endedAt(at));
        }
        return;
      }
    }
    throw new NoSuchElementException("no fault " + id + " lasts or is planned");
  }

  /** Whether the fault with this id lasts at this moment. */
  synchronized boolean lasts(String id, Instant at) {
    return faults.stream().anyMatch(fault -> fault.id().equals(id) && fault.lasts(at));
  }

  public synchronized List<Fault> all() {
    return List.copyOf(faults);
  }

  /** In what state they leave the estate at this moment. */
  public synchronized Conditions conditions(Instant at) {
    Conditions conditions = new Conditions();
    faults.forEach(fault -> fault.mark(conditions, at));
    return conditions;
  }
}
