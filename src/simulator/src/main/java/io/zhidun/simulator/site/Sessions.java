package io.zhidun.simulator.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** The sessions of one system. Thread-safe. A session ends when it was not used for a while. */
public final class Sessions {
  private static final Duration IDLE = Duration.ofMinutes(30);

  /** Most sessions held; beyond, the least recently used is ended. */
  private static final int LIMIT = 20_000;

  private final Clock clock;
  private final SplittableRandom random;
  private final Map<String, Session> byId = new LinkedHashMap<>(16, 0.75f, true);

  public Sessions(Clock clock, long seed) {
    this.clock = clock;
    this.random = new SplittableRandom(seed);
  }

  public synchronized Session open(String account, Role role) {
    dropOld();
    String id = "s-" + Long.toHexString(random.nextLong());
    Session session = new Session(id, account, role, clock.instant());
    byId.put(id, session);
    return session;
  }

  public synchronized Optional<Session> find(String id) {
    Session session = byId.get(id);
    Instant now = clock.instant();
    if (session == null || isOver(session, now)) {
      return Optional.empty();
    }
    Session seen = session.seen(now);
    byId.put(id, seen);
    return Optional.of(seen);
  }

  public synchronized void close(String id) {
    byId.remove(id);
  }

  public synchronized int count() {
    return byId.size();
  }

  /** In order of last use the old ones are first. */
  private void dropOld() {
    Instant now = clock.instant();
    var oldest = byId.values().iterator();
    while (oldest.hasNext()) {
      boolean over = isOver(oldest.next(), now);
      if (!over && byId.size() < LIMIT) {
        return;
      }
      oldest.remove();
    }
  }

  private static boolean isOver(Session session, Instant now) {
    return session.lastSeen().plus(IDLE).isBefore(now);
  }
}
