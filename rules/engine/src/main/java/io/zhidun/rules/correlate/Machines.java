package io.zhidun.rules.correlate;

import io.zhidun.events.Detection;
import io.zhidun.rules.sigma.Rule;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All machines of one group at one point of its event time. */
final class Machines {
  private final Plan plan;
  private final GroupKey key;
  private final Machine[] machines;

  /** Which machines do not count all matches, or null where all do. */
  private @Nullable Newcomers newcomers;

  Machines(Plan plan, GroupKey key) {
    this(plan, key, plan.machines(), null);
  }

  private Machines(Plan plan, GroupKey key, Machine[] machines, @Nullable Newcomers newcomers) {
    this.plan = plan;
    this.key = key;
    this.machines = machines;
    this.newcomers = newcomers;
  }

  /** Feeds a match to the machines that read its rule, and what they reach to those after them. */
  void apply(Match match, Consumer<Detection> sink) {
    apply(match, plan.intake(match).readers, match, sink);
  }

  private void apply(Step step, int[] readers, Match cause, Consumer<Detection> sink) {
    for (int reader : readers) {
      if (newcomers != null && newcomers.isBefore(reader, cause)) {
        continue;
      }
      Machine machine = machines[reader];
      Reached reached = machine.on(step);
      if (reached != null) {
        Outcome outcome = new Outcome(plan, machine, key, reached);
        if (plan.tells(machine.rule)) {
          sink.accept(outcome.detection());
        }
        if (plan.reads(machine.rule.id())) {
          apply(outcome.fired(), plan.readers(machine.rule.id()), cause, sink);
        }
      }
    }
  }

  /**
   * Takes over what machines of the same rules in the same versions hold, and from when the others
   * counted; those that stay empty are new.
   *
   * @param newest the newest match that the group holds pending, or null where it holds none
   */
  void take(Machines old, @Nullable Match newest) {
    Newcomers found = new Newcomers(machines.length);
    for (int i = 0; i < machines.length; i++) {
      int same = old.positionOf(machines[i].rule);
      if (same < 0) {
        found.since(i, newest);
      } else {
        machines[i].restore(old.machines[same].lanes());
        found.since(i, old.newcomers == null ? null : old.newcomers.since(same));
      }
    }
    newcomers = found.isEmpty() ? null : found;
  }

  private int positionOf(Rule rule) {
    return positionOf(rule.id(), rule.reference().version());
  }

  /** Position of the machine of a rule in a version, or -1. */
  int positionOf(String ruleId, String version) {
    for (int i = 0; i < machines.length; i++) {
      Rule rule = machines[i].rule;
      if (rule.id().equals(ruleId) && rule.reference().version().equals(version)) {
        return i;
      }
    }
    return -1;
  }

  @Nullable Newcomers newcomers() {
    return newcomers;
  }

  void newcomers(Newcomers found) {
    newcomers = found.isEmpty() ? null : found;
  }

  Machines copy() {
    Machine[] copies = new Machine[machines.length];
    for (int i = 0; i < copies.length; i++) {
      copies[i] = machines[i].copy();
    }
    return new Machines(plan, key, copies, newcomers);
  }

  /** Forgets what no event after {@code watermark} can count with. */
  void forget(long watermark) {
    if (newcomers != null && newcomers.allBefore(watermark)) {
      newcomers = null;
    }
    for (Machine machine : machines) {
      machine.forgetBefore(saturatedMinus(watermark, machine.timespanMicros));
    }
  }

  /** Watermark at which the first machine can forget something. */
  long nextExpiry() {
    long next = Long.MAX_VALUE;
    for (Machine machine : machines) {
      long oldest = machine.oldestMicros();
      if (oldest != Long.MAX_VALUE) {
        next = Math.min(next, oldest + machine.timespanMicros + 1);
      }
    }
    return next;
  }

  boolean isEmpty() {
    for (Machine machine : machines) {
      if (!machine.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Values so far that should be numbers and were not. */
  long notNumbers() {
    long all = 0;
    for (Machine machine : machines) {
      all += machine.notNumbers();
    }
    return all;
  }

  /** Steps so far that left early because a machine held too many. */
  long crowdedOut() {
    long all = 0;
    for (Machine machine : machines) {
      all += machine.crowdedOut();
    }
    return all;
  }

  Machine[] all() {
    return machines;
  }

  long shortestTimespan() {
    long shortest = Long.MAX_VALUE;
    for (Machine machine : machines) {
      shortest = Math.min(shortest, machine.timespanMicros);
    }
    return shortest;
  }

  private static long saturatedMinus(long value, long less) {
    return value < Long.MIN_VALUE + less ? Long.MIN_VALUE : value - less;
  }
}
