package io.zhidun.rules.correlate;

import io.zhidun.events.Detection;
import java.util.function.Consumer;

/** All machines of one group at one point of its event time. */
final class Machines {
  private final Plan plan;
  private final GroupKey key;
  private final Correlator correlator;
  private final Machine[] machines;

  Machines(Correlator correlator, Plan plan, GroupKey key) {
    this(correlator, plan, key, plan.machines());
  }

  private Machines(Correlator correlator, Plan plan, GroupKey key, Machine[] machines) {
    this.correlator = correlator;
    this.plan = plan;
    this.key = key;
    this.machines = machines;
  }

  /** Feeds a step to the machines that read its rule, and what they reach to those after them. */
  void apply(Step step, Consumer<Detection> sink) {
    for (int reader : plan.readers(step.ruleId())) {
      Machine machine = machines[reader];
      Reached reached = machine.on(step);
      if (reached != null) {
        Outcome outcome = new Outcome(correlator, machine, plan.group(key), reached);
        if (machine.rule.detectsAlone()) {
          sink.accept(outcome.detection());
        }
        if (plan.reads(machine.rule.id())) {
          apply(outcome.fired(), sink);
        }
      }
    }
  }

  Machines copy() {
    Machine[] copies = new Machine[machines.length];
    for (int i = 0; i < copies.length; i++) {
      copies[i] = machines[i].copy();
    }
    return new Machines(correlator, plan, key, copies);
  }

  /** Forgets what no event after {@code watermark} can count with. */
  void forget(long watermark) {
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
