package io.zhidun.collectors.http;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What was taken of requests that named a key, so that the same request sent again ships only what
 * is missing. Remembers the keys used last, for a while. Used by the event loop alone.
 */
final class IdempotencyKeys {
  private final int most;
  private final long windowNanos;
  private final LongSupplier nanoTime;

  /** Longest unused first. */
  private final Map<String, Taken> keys = new LinkedHashMap<>();

  IdempotencyKeys(int most, Duration window, LongSupplier nanoTime) {
    this.most = most;
    this.windowNanos = window.toNanos();
    this.nanoTime = nanoTime;
  }

  /** Begins to use a key; null while another request uses it. */
  @Nullable Taken begin(String key) {
    forget();
    Taken known = keys.remove(key);
    Taken taken = known == null ? new Taken() : known;
    keys.put(key, taken);
    if (taken.inUse) {
      return null;
    }
    taken.inUse = true;
    return taken;
  }

  /** Ends the use of what {@link #begin} gave. */
  void end(String key, Taken taken) {
    taken.inUse = false;
    taken.usedAt = nanoTime.getAsLong();
    if (taken.records == 0) {
      keys.remove(key, taken);
    }
  }

  int size() {
    return keys.size();
  }

  private void forget() {
    long now = nanoTime.getAsLong();
    Iterator<Taken> eldest = keys.values().iterator();
    while (eldest.hasNext()) {
      Taken taken = eldest.next();
      if (keys.size() < most && (taken.inUse || now - taken.usedAt < windowNanos)) {
        return;
      }
      if (!taken.inUse) {
        eldest.remove();
      }
    }
  }

  /** How far a request came. */
  static final class Taken {
    /** Records of its body that were taken. */
    long records;

    /** Number behind the last of them. */
    long target;

    private boolean inUse;
    private long usedAt;
  }
}
