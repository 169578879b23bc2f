package io.zhidun.service.ruleset;

import com.fasterxml.jackson.annotation.JsonValue;
import io.zhidun.rules.dryrun.DryRunResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A dry run as it stands. Written by its worker, read by whoever asks. */
final class DryRunJob {
  final long id;
  final String actor;
  final @Nullable Long proposal;
  final Instant from;
  final Instant to;
  private State state = State.WAITING;
  private long events;
  private long total;
  private @Nullable Instant reached;
  private int detections;
  private String message = "";
  private @Nullable DryRunResult result;
  private @Nullable Duration taken;
  private boolean cancelled;

  /** Where it is. */
  enum State {
    WAITING,
    RUNNING,
    DONE,
    CANCELLED,
    FAILED;

    @JsonValue
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  DryRunJob(long id, String actor, @Nullable Long proposal, Instant from, Instant to) {
    this.id = id;
    this.actor = actor;
    this.proposal = proposal;
    this.from = from;
    this.to = to;
  }

  /**
   * What is known of it now.
   *
   * @param total events in the time looked at, of the kinds of log that the rules read
   * @param reached event time of the last event read, or null before the first
   * @param message why it failed, or what ended it before the events did; empty else
   */
  record View(
      long id,
      State state,
      String actor,
      @Nullable Long proposal,
      Instant from,
      Instant to,
      long events,
      long total,
      int detections,
      @Nullable Instant reached,
      @Nullable Duration taken,
      String message,
      @Nullable DryRunResult result) {}

  synchronized View view(boolean withResult) {
    return new View(
        id,
        state,
        actor,
        proposal,
        from,
        to,
        events,
        total,
        detections,
        reached,
        taken,
        message,
        withResult ? result : null);
  }

  synchronized void begin(long totalEvents) {
    state = State.RUNNING;
    total = totalEvents;
  }

  synchronized void progress(long read, int found, long reachedMicros) {
    events = read;
    detections = found;
    reached = Instant.EPOCH.plusMillis(reachedMicros / 1_000);
  }

  synchronized void end(DryRunResult outcome, String why, Duration time) {
    result = outcome;
    message = why;
    taken = time;
    state = cancelled ? State.CANCELLED : State.DONE;
  }

  synchronized void fail(String why) {
    message = why;
    state = State.FAILED;
  }

  synchronized void cancel() {
    cancelled = true;
    if (state == State.WAITING) {
      state = State.CANCELLED;
    }
  }

  synchronized boolean isCancelled() {
    return cancelled;
  }

  synchronized boolean isOpen() {
    return state == State.WAITING || state == State.RUNNING;
  }
}
