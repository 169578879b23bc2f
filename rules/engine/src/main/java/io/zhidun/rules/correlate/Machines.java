package io.zhidun.rules.correlate;

import io.zhidun.events.Detection;
import io.zhidun.rules.sigma.Rule;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All machines of one group at one point of its event time. */
final class Machines {
  private final Plan plan;
  private final GroupKey key;

  /** By position; null while nothing was fed to it. */
  private final @Nullable Machine[] machines;

  /** Which machines do not count all matches, or null where all do. */
  private @Nullable Newcomers newcomers;

  Machines(Plan plan, GroupKey key) {
    this(plan, key, new Machine[plan.correlations.size()], null);
  }

  private Machines(
      Plan plan, GroupKey key, @Nullable Machine[] machines, @Nullable Newcomers newcomers) {
    this.plan = plan;
    this.key = key;
    this.machines = machines;
    this.newcomers = newcomers;
  }

  /**
   * Feeds a match to the machines that read its rule, and what they reach to those after them.
   *
   * @param sink takes what is detected; null where it was told before and need not be made again
   */
  void apply(Match match, @Nullable Consumer<Detection> sink) {
    apply(match, plan.intake(match).readers, match, sink);
  }

  private void apply(Step step, int[] readers, Match cause, @Nullable Consumer<Detection> sink) {
    for (int reader : readers) {
      if (newcomers != null && newcomers.isBefore(reader, cause)) {
        continue;
      }
      Machine machine = machine(reader);
      Reached reached = machine.on(step);
      if (reached != null) {
        reached(machine, reached, cause, sink);
      }
    }
  }

  private void reached(
      Machine machine, Reached reached, Match cause, @Nullable Consumer<Detection> sink) {
    boolean told = sink != null && plan.tells(machine.rule);
    boolean read = plan.reads(machine.rule.id());
    if (!told && !read) {
      return;
    }
    Outcome outcome = new Outcome(plan, machine, key, reached);
    if (sink != null && told) {
      sink.accept(outcome.detection());
    }
    if (read) {
      apply(outcome.fired(), plan.readers(machine.rule.id()), cause, sink);
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
      int same = old.positionOf(plan.correlations.get(i));
      if (same < 0) {
        found.since(i, newest);
      } else {
        Machine before = old.machines[same];
        if (before != null) {
          machine(i).restore(before.lanes());
        }
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
      Rule rule = plan.correlations.get(i);
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
    @Nullable Machine[] copies = new Machine[machines.length];
    for (int i = 0; i < copies.length; i++) {
      Machine machine = machines[i];
      copies[i] = machine == null ? null : machine.copy();
    }
    return new Machines(plan, key, copies, newcomers);
  }

  /** Forgets what no event after {@code watermark} can count with. */
  void forget(long watermark) {
    if (newcomers != null && newcomers.allBefore(watermark)) {
      newcomers = null;
    }
    for (Machine machine : machines) {
      if (machine != null) {
        machine.forgetBefore(saturatedMinus(watermark, machine.timespanMicros));
      }
    }
  }

  /** Watermark at which the first machine can forget something. */
  long nextExpiry() {
    long next = Long.MAX_VALUE;
    for (Machine machine : machines) {
      long oldest = machine == null ? Long.MAX_VALUE : machine.oldestMicros();
      if (machine != null && oldest != Long.MAX_VALUE) {
        next = Math.min(next, oldest + machine.timespanMicros + 1);
      }
    }
    return next;
  }

  boolean isEmpty() {
    for (Machine machine : machines) {
      if (machine != null && !machine.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Values so far that should be numbers and were not. */
  long notNumbers() {
    long all = 0;
    for (Machine machine : machines) {
      all += machine == null ? 0 : machine.notNumbers();
    }
    return all;
  }

  /** Steps so far that left early because a machine held too many. */
  long crowdedOut() {
    long all = 0;
    for (Machine machine : machines) {
      all += machine == null ? 0 : machine.crowdedOut();
    }
    return all;
  }

  /** The machine there, made if nothing was fed to it yet: most groups need few of theirs. */
  private Machine machine(int position) {
    Machine machine = machines[position];
    if (machine == null) {
      machine = Machine.of(plan.correlations.get(position));
      machines[position] = machine;
    }
    return machine;
  }

  /** All machines by position. */
  Machine[] all() {
    Machine[] all = new Machine[machines.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = machine(i);
    }
    return all;
  }

  private static long saturatedMinus(long value, long less) {
    return value < Long.MIN_VALUE + less ? Long.MIN_VALUE : value - less;
  }
}
