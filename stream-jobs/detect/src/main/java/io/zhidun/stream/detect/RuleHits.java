package io.zhidun.stream.detect;

import io.zhidun.events.Json;
import io.zhidun.rules.match.MatchObserver;
import io.zhidun.rules.sigma.Rule;
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
 * correlation by detecting; and of rules on single events, which share of a sample's match time
 * their conditions took. Thousands of rules are too many for labels of a metric, so people ask for
 * the list. Each subtask counts for itself without a lock; the counts are added up when asked.
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
  static final class Share implements MatchObserver {
    private final Map<String, Count> byRule = new ConcurrentHashMap<>();

    /** Of all rules and of the index before them. */
    private final AtomicLong nanos = new AtomicLong();

    void count(String ruleId, String version, long timeMicros, long set) {
      of(ruleId, version).add(timeMicros, set);
    }

    private Count of(String ruleId, String version) {
      Count count = byRule.get(ruleId);
      if (count == null || !count.version.equals(version)) {
        count = new Count(version, count);
        byRule.put(ruleId, count);
      }
      return count;
    }

    @Override
    public void searched(long took) {
      nanos.lazySet(nanos.getPlain() + took);
    }

    @Override
    public void ran(Rule rule, long took) {
      searched(took);
      AtomicLong own = of(rule.id(), rule.reference().version()).nanos;
      own.lazySet(own.getPlain() + took);
    }
  }

  /** Hits of a rule in one version; written by one thread, read by any. */
  private static final class Count {
    private final String version;
    private final @Nullable Count older;
    private final AtomicLong hits = new AtomicLong();
    private final AtomicLong lastMicros = new AtomicLong(Long.MIN_VALUE);
    private final AtomicLong set = new AtomicLong();
    private final AtomicLong nanos = new AtomicLong();

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
   * @param lastHit newest time of an event that it hit; null before the first
   * @param set number of the rule set that it hit under last
   * @param matchShare which part of the match time of all sampled events its condition took, from 0
   *     to 1; null before the first sample
   */
  public record Hits(
      String id,
      String version,
      long hits,
      @Nullable Instant lastHit,
      long set,
      @Nullable Double matchShare) {}

  /** The same while it is added up. */
  private static final class Sum {
    private final String id;
    private final String version;
    private long hits;
    private long lastMicros = Long.MIN_VALUE;
    private long set;
    private long nanos;

    Sum(String id, String version) {
      this.id = id;
      this.version = version;
    }

    void add(Count count) {
      hits += count.hits.get();
      lastMicros = Math.max(lastMicros, count.lastMicros.get());
      set = Math.max(set, count.set.get());
      nanos += count.nanos.get();
    }

    Hits hits(long allNanos) {
      Instant last =
          lastMicros == Long.MIN_VALUE
              ? null
              : Instant.EPOCH.plus(Math.max(0, lastMicros), ChronoUnit.MICROS);
      Double share = allNanos == 0 ? null : Math.round(10_000.0 * nanos / allNanos) / 10_000.0;
      return new Hits(id, version, hits, last, set, share);
    }
  }

  /** Every rule that hit or was looked at in a sample, one entry a version, by id. */
  public Collection<Hits> all() {
    Map<String, Sum> sums = new TreeMap<>();
    long nanos = 0;
    for (Share share : shares) {
      nanos += share.nanos.get();
      share.byRule.forEach(
          (id, newest) -> {
            for (Count count = newest; count != null; count = count.older) {
              String version = count.version;
              sums.computeIfAbsent(id + " " + version, unused -> new Sum(id, version)).add(count);
            }
          });
    }
    long all = nanos;
    return sums.values().stream().map(sum -> sum.hits(all)).toList();
  }

  /** The same as one JSON object a line. */
  public String toNdjson() {
    StringBuilder lines = new StringBuilder();
    all().forEach(hits -> lines.append(Json.mapper().writeValueAsString(hits)).append('\n'));
    return lines.toString();
  }
}
