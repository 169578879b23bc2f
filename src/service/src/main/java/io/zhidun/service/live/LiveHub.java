package io.zhidun.service.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.zhidun.service.alert.AlertFeed;
import io.zhidun.service.alert.AlertFeed.Change;
import io.zhidun.service.alert.AlertsChanged;
import io.zhidun.service.filingcase.FilingCasesChanged;
import io.zhidun.service.incident.IncidentsChanged;
import io.zhidun.service.platform.PlatformObserved;
import io.zhidun.service.web.Problems;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads changes after each commit and has them written to every console that listens. Changes are
 * read from the database in the order of their revisions, so that none is passed over whatever the
 * order in which commits are announced.
 */
@Component
class LiveHub {
  static final String RESYNC = "resync";

  private static final Logger log = LoggerFactory.getLogger(LiveHub.class);
  private static final int MAX_CLIENTS = 64;
  private static final int BATCH = 500;

  /** A console that missed more than this reads its list again instead. */
  private static final int MAX_BACKLOG = 500;

  /**
   * Event ids grow over restarts too, and those of an earlier process tell themselves apart: a
   * process that was killed may have told of changes that the database then forgot. An id is the
   * second in which the process started, times this, plus the changes since.
   */
  private static final long IDS_PER_SECOND = 1_000_000;

  private final AlertFeed feed;
  private final JsonMapper json;
  private final long start;
  private final long idBase;
  private final ChangeLog changes;
  private final Set<LiveClient> clients = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean reading = new AtomicBoolean();
  private final ExecutorService reader = Executors.newSingleThreadExecutor(daemon("live-reader"));
  private final ExecutorService writers = Executors.newFixedThreadPool(4, daemon("live-writer"));
  private volatile @Nullable String platform;
  private long seenRemoval;

  LiveHub(AlertFeed feed, JsonMapper json, MeterRegistry metrics, Clock clock) {
    this.feed = feed;
    this.json = json;
    this.start = feed.revision();
    this.idBase = clock.instant().getEpochSecond() * IDS_PER_SECOND - start;
    this.changes = new ChangeLog(start);
    this.seenRemoval = feed.lastRemoval();
    metrics.gaugeCollectionSize("zhidun.live.clients", List.of(), clients);
  }

  private static ThreadFactory daemon(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Adds a console that has seen everything up to the event {@code lastId}, if that is given. */
  SseEmitter open(HttpSession session, @Nullable Long lastId) {
    if (clients.size() >= MAX_CLIENTS) {
      throw Problems.of(
          HttpStatus.SERVICE_UNAVAILABLE,
          "too-many-streams",
          "at most " + MAX_CLIENTS + " live streams are open at once");
    }
    SseEmitter emitter = new SseEmitter(-1L);
    long position = position(lastId == null ? null : lastId - idBase);
    LiveClient client = new LiveClient(emitter, session, changes, idBase, position);
    emitter.onCompletion(() -> remove(client));
    emitter.onError(e -> remove(client));
    clients.add(client);
    client.heartbeat();
    String state = platform;
    if (state != null) {
      client.platform(state);
    }
    read();
    wake(client);
    return emitter;
  }

  private void remove(LiveClient client) {
    clients.remove(client);
    client.end();
  }

  /**
   * Where a console goes on. Nothing is kept for consoles while none listens; the log then starts
   * where the first one left off, if that is not too long ago.
   */
  private synchronized long position(@Nullable Long seen) {
    long now = feed.revision();
    boolean follows =
        seen != null
            && seen >= start
            && seen <= now
            && now - seen <= MAX_BACKLOG
            && seen >= feed.lastRemoval();
    if (clients.isEmpty()) {
      changes.skipTo(follows && seen != null ? seen : now);
    }
    if (seen == null) {
      return changes.end();
    }
    return follows ? seen : -1;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(AlertsChanged event) {
    read();
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(FilingCasesChanged event) {
    if (clients.isEmpty()) {
      return;
    }
    for (FilingCasesChanged.Change change : event.cases()) {
      String row = json.writeValueAsString(change.row());
      clients.forEach(client -> client.filingCase(change.id(), row));
    }
    clients.forEach(this::wake);
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(IncidentsChanged event) {
    if (clients.isEmpty()) {
      return;
    }
    for (IncidentsChanged.Change change : event.incidents()) {
      String row = json.writeValueAsString(change.row());
      clients.forEach(client -> client.incident(change.id(), row));
    }
    clients.forEach(this::wake);
  }

  @EventListener
  void on(PlatformObserved event) {
    String state = json.writeValueAsString(event.platform());
    platform = state;
    for (LiveClient client : clients) {
      client.platform(state);
      wake(client);
    }
  }

  @Scheduled(fixedRate = 15_000)
  void heartbeat() {
    for (LiveClient client : clients) {
      client.heartbeat();
      wake(client);
    }
  }

  private void read() {
    if (!clients.isEmpty() && reading.compareAndSet(false, true)) {
      reader.execute(this::readChanges);
    }
  }

  private synchronized void readChanges() {
    reading.set(false);
    try {
      List<Change> found;
      do {
        found = feed.after(changes.end(), BATCH);
        changes.append(found.stream().map(this::entry).toList());
        readRemoval();
        clients.forEach(this::wake);
      } while (found.size() == BATCH);
    } catch (RuntimeException e) {
      log.warn("cannot read changed alerts: {}", e.toString());
    }
  }

  private LiveEntry entry(Change change) {
    return new LiveEntry(change.revision(), "alert", json.writeValueAsString(change.alert()));
  }

  /** An alert that is gone cannot be shown as a change: consoles read their lists again. */
  private void readRemoval() {
    long removal = feed.lastRemoval();
    if (removal > seenRemoval) {
      seenRemoval = removal;
      changes.append(List.of(new LiveEntry(Math.max(removal, changes.end()), RESYNC, "{}")));
    }
  }

  private void wake(LiveClient client) {
    if (client.wake()) {
      writers.execute(client);
    }
  }

  /** Before the server waits for requests to end: these never would by themselves. */
  @EventListener(ContextClosedEvent.class)
  void close() {
    clients.forEach(LiveClient::end);
    reader.shutdown();
    writers.shutdown();
  }
}
