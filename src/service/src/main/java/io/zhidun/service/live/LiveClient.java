package io.zhidun.service.live;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One console that listens. It holds a position, not a queue: a slow one reads from the log what it
 * missed, and one too slow for the log is told to read all anew.
 */
final class LiveClient implements Runnable {
  private final SseEmitter emitter;
  private final HttpSession session;
  private final ChangeLog log;
  private final long idBase;
  private final AtomicBoolean due = new AtomicBoolean();
  private final AtomicBoolean heartbeat = new AtomicBoolean();
  private final AtomicReference<@Nullable String> platform = new AtomicReference<>();
  private final PendingCases cases = new PendingCases();
  private final PendingCases incidents = new PendingCases();
  private final AtomicBoolean ended = new AtomicBoolean();
  private long position;

  LiveClient(SseEmitter emitter, HttpSession session, ChangeLog log, long idBase, long position) {
    this.emitter = emitter;
    this.session = session;
    this.log = log;
    this.idBase = idBase;
    this.position = position;
  }

  /** Whether somebody must run this client now: nobody does yet. */
  boolean wake() {
    return !ended.get() && due.compareAndSet(false, true);
  }

  void platform(String state) {
    platform.set(state);
  }

  /** A filing case as it is now, instead of what was to be said of it. */
  void filingCase(long id, String row) {
    cases.put(id, row);
  }

  /** An incident as it is now, instead of what was to be said of it. */
  void incident(long id, String row) {
    incidents.put(id, row);
  }

  void heartbeat() {
    heartbeat.set(true);
  }

  boolean ended() {
    return ended.get();
  }

  /** Writes all there is; runs in one thread at a time. */
  @Override
  public synchronized void run() {
    due.set(false);
    try {
      sendHeartbeat();
      while (!ended.get() && sendChanges()) {
        // Goes on until the log has no more.
      }
      sendRows("filing-case", cases);
      sendRows("incident", incidents);
      sendPlatform();
    } catch (IOException | IllegalStateException e) {
      end();
    }
  }

  private void sendHeartbeat() throws IOException {
    if (heartbeat.getAndSet(false)) {
      // Throws once the session was ended or ran out: the stream must not outlive it.
      session.getCreationTime();
      emitter.send(SseEmitter.event().comment("beat"));
    }
  }

  private void sendPlatform() throws IOException {
    String state = platform.getAndSet(null);
    if (state != null) {
      // With the position: a console that has heard of no alert yet can resume too.
      send(new LiveEntry(position, "platform", state));
    }
  }

  /** With the position of the alerts, which these have no part in. */
  private void sendRows(String event, PendingCases pending) throws IOException {
    Optional<List<String>> rows = pending.take();
    if (rows.isEmpty()) {
      send(new LiveEntry(position, LiveHub.RESYNC, "{}"));
      return;
    }
    for (String row : rows.get()) {
      send(new LiveEntry(position, event, row));
    }
  }

  private boolean sendChanges() throws IOException {
    Optional<List<LiveEntry>> changes = log.after(position);
    if (changes.isEmpty()) {
      position = log.end();
      send(new LiveEntry(position, LiveHub.RESYNC, "{}"));
      return true;
    }
    for (LiveEntry change : changes.get()) {
      send(change);
      position = change.revision();
    }
    return !changes.get().isEmpty();
  }

  private void send(LiveEntry entry) throws IOException {
    emitter.send(
        SseEmitter.event()
            .id(Long.toString(idBase + entry.revision()))
            .name(entry.event())
            .data(entry.data()));
  }

  void end() {
    if (ended.compareAndSet(false, true)) {
      emitter.complete();
    }
  }
}
