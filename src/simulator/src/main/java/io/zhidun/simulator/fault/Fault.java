package io.zhidun.simulator.fault;

import io.zhidun.simulator.estate.Component;
import io.zhidun.simulator.estate.Conditions;
import io.zhidun.simulator.estate.Operation;
import io.zhidun.simulator.web.SystemName;
import java.time.Duration;
import java.time.Instant;

/**
 * A fault at a time. Its course is in shares of its length, so that the same fault is over in
 * minutes before an audience and lasts for days in a series.
 *
 * @param id unique in a run
 * @param target the component that is the cause
 * @param length how long its course takes when nobody mends it before
 * @param end when it is mended
 */
public record Fault(
    String id, FaultKind kind, Component target, Instant start, Duration length, Instant end) {
  private static final double SLOWER = 350;
  private static final double FULL_AT = 0.6;
  private static final double OUT_OF_MEMORY_AT = 0.6;
  private static final double RESTARTED_AT = 0.63;
  private static final double BROKEN_SHARE = 0.6;
  private static final double HERD = 8;
  private static final double WORKER_LEFT = 0.02;
  private static final double MOST_DRIFT_SECONDS = 300;
  static final String BAD_VERSION = "2.5.0";
  static final String MENDED_VERSION = "2.5.1";

  public Fault {
    if (!end.isAfter(start)) {
      throw new IllegalArgumentException(id + ": end " + end + " is not after start " + start);
    }
    if (!kind.targets().contains(target)) {
      throw new IllegalArgumentException(
          kind.id()
              + " can befall "
              + String.join(", ", kind.targets().stream().map(Component::id).toList())
              + ", not "
              + target.id());
    }
  }

  /** Whether something is wrong at this moment. */
  public boolean lasts(Instant at) {
    return !at.isBefore(start) && at.isBefore(end);
  }

  /** The host that it sits on. */
  String host() {
    int last = target.hosts().size() - 1;
    return target.hosts().get(last);
  }

  /** When people begin to feel it: some faults grow unfelt. */
  Instant felt() {
    double share =
        switch (kind) {
          case FULL_DISK -> FULL_AT;
          case LEAK -> 0.5;
          case QUEUE_BACKLOG -> 0.1;
          case CLOCK_DRIFT -> 0.2;
          default -> 0;
        };
    return start.plus(Duration.ofMillis((long) (share * length.toMillis())));
  }

  private double progress(Instant at) {
    return Duration.between(start, at).toMillis() / (double) length.toMillis();
  }

  /** The same fault, mended now. Where it has just begun it lasts for a moment at least. */
  Fault endedAt(Instant at) {
    Instant soonest = start.plusMillis(1);
    return new Fault(id, kind, target, start, length, at.isBefore(soonest) ? soonest : at);
  }

  /** Writes what is wrong at this moment because of it, and what it leaves or foretells. */
  void mark(Conditions conditions, Instant at) {
    if (kind == FaultKind.EXPIRED_CERTIFICATE && at.isBefore(end)) {
      conditions.certify(target, start);
      return;
    }
    if (kind == FaultKind.BAD_DEPLOY && !at.isBefore(end)) {
      conditions.deploy(target, new Conditions.Build(MENDED_VERSION, end));
      return;
    }
    if (lasts(at)) {
      disturb(conditions, at);
    }
  }

  private void disturb(Conditions conditions, Instant at) {
    double progress = progress(at);
    switch (kind) {
      case SLOW_DATABASE -> conditions.slow(target, SLOWER);
      case FULL_DISK -> conditions.fill(host(), progress / FULL_AT);
      case LEAK -> leak(conditions, progress);
      case DEAD_INSTANCE -> conditions.kill(host());
      case BAD_DEPLOY -> deploy(conditions);
      case EXPIRED_CERTIFICATE -> conditions.certify(target, start);
      case LOST_IPV6_ROUTE -> conditions.dropIpv6(system());
      case THUNDERING_HERD -> conditions.crowd(HERD);
      case QUEUE_BACKLOG -> conditions.slowWorker(WORKER_LEFT);
      case CLOCK_DRIFT ->
          conditions.drift(host(), Duration.ofMillis((long) (progress * MOST_DRIFT_SECONDS * 1e3)));
      case ATTACK_OUTAGE -> conditions.openToInjection();
    }
  }

  /** Until there is no memory; then it is killed, starts again, and leaks on. */
  private void leak(Conditions conditions, double progress) {
    if (progress >= OUT_OF_MEMORY_AT && progress < RESTARTED_AT) {
      conditions.kill(host());
      return;
    }
    double since = progress < OUT_OF_MEMORY_AT ? progress : progress - RESTARTED_AT;
    conditions.leak(target, Math.min(1, since / OUT_OF_MEMORY_AT));
  }

  private void deploy(Conditions conditions) {
    conditions.deploy(target, new Conditions.Build(BAD_VERSION, start));
    conditions.breakOperation(
        target == Component.TRADEMARK ? Operation.MARK_SUBMIT : Operation.SUBMIT, BROKEN_SHARE);
  }

  private SystemName system() {
    return target == Component.TRADEMARK ? SystemName.TRADEMARK : SystemName.PUBLIC_SERVICE;
  }
}
