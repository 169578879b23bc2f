package io.zhidun.stream.detect;

import io.zhidun.events.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * How often each rule hit since the process began: a rule on single events by matching, a
 * correlation by detecting. Thousands of rules are too many for labels of a metric, so people ask
 * for the list. Each subtask counts for itself without a lock; the counts are added up when asked.
 */
public final class RuleHits {
  private static final RuleHits PROCESS = new RuleHits();

  private final List<Share> shares = new CopyOnWriteArrayList<>();

  RuleHits() {}

  /** The counts of this process. */
  public static RuleHits ofProcess() {
    return PROCESS;
  }

  /** The counts of one more subtask. */
  Share newShare() {
    Share share = new Share();
    shares.add(share);
    return share;
  }

  /** What one subtask counts; only it may. */
  static final class Share {
    private final Map<String, Count> byRule = new ConcurrentHashMap<>();

    void count(String ruleId, String version, long timeMicros, long set) {
      Count count = byRule.get(ruleId);
      if (count == null || !count.version.equals(version)) {
        count = new Count(version, count);
        byRule.put(ruleId, count);
      }
      count.add(timeMicros, set);
    }
  }

  /** Hits of a rule in one version; written by one thread, read by any. */
  private static final class Count {
    private final String version;
    private final @Nullable Count older;
    private final AtomicLong hits = new AtomicLong();
    private final AtomicLong lastMicros = new AtomicLong(Long.MIN_VALUE);
    private final AtomicLong set = new AtomicLong();

    Count(String version, @Nullable Count older) {
      this.version = version;
      this.older = older;
    }

    void add(long timeMicros, long ofSet) {
      lastMicros.lazySet(Math.max(lastMicros.getPlain(), timeMicros));
      set.lazySet(ofSet);
      hits.lazySet(hits.getPlain() + 1);
    }
  }

  /**
   * Hits of a rule.
   *
   * @param lastHit newest time of an event that it hit
   * @param set number of the rule set that it hit under last
   */
  public record Hits(String id, String version, long hits, Instant lastHit, long set) {
    Hits and(Hits other) {
      Instant last = lastHit.isAfter(other.lastHit) ? lastHit : other.lastHit;
      return new Hits(id, version, hits + other.hits, last, Math.max(set, other.set));
    }
  }

  /** Every rule with a hit, one entry a version, by id. */
  public Collection<Hits> all() {
    Map<String, Hits> all = new TreeMap<>();
    for (Share share : shares) {
      share.byRule.forEach(
          (id, newest) -> {
            for (Count count = newest; count != null; count = count.older) {
              Hits hits = hits(id, count);
              all.merge(id + " " + count.version, hits, Hits::and);
            }
          });
    }
    return all.values();
  }

  private static Hits hits(String id, Count count) {
    Instant last = Instant.EPOCH.plus(Math.max(0, count.lastMicros.get()), ChronoUnit.MICROS);
    return new Hits(id, count.version, count.hits.get(), last, count.set.get());
  }

  /** The same as one JSON object a line. */
  public String toNdjson() {
    StringBuilder lines = new StringBuilder();
    all().forEach(hits -> lines.append(Json.mapper().writeValueAsString(hits)).append('\n'));
    return lines.toString();
  }
}
