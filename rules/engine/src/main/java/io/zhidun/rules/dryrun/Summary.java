package io.zhidun.rules.dryrun;

import io.zhidun.events.RuleReference;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.dryrun.DryRunResult.Bucket;
import io.zhidun.rules.dryrun.DryRunResult.Difference;
import io.zhidun.rules.dryrun.DryRunResult.OfRule;
import io.zhidun.rules.sigma.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Detections that stand in the end, grouped and counted. */
final class Summary {
  private static final List<Duration> INTERVALS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofDays(1));

  /** About as many bars as a chart shows well. */
  private static final int BARS = 60;

  private final Map<String, RuleReference> references = new HashMap<>();
  private final Collection<Found> found;
  private final @Nullable Collection<Found> running;

  /** The detection that opens each alert, with the highest severity of the alert. */
  private final List<Found> openings = new ArrayList<>();

  Summary(RuleSet rules, Collection<Found> found, @Nullable Collection<Found> running) {
    for (Rule rule : rules.rules()) {
      references.put(rule.id(), rule.reference());
    }
    this.found = found;
    this.running = running;
    gather();
  }

  private void gather() {
    Map<String, List<Found>> byFingerprint = new HashMap<>();
    for (Found one : found) {
      if (one.raised()) {
        byFingerprint.computeIfAbsent(one.fingerprint(), absent -> new ArrayList<>()).add(one);
      }
    }
    byFingerprint.values().forEach(this::gather);
  }

  /** Splits the detections of one fingerprint where it was quiet for longer than the recovery. */
  private void gather(List<Found> same) {
    same.sort(Comparator.comparingLong(Found::timeMicros));
    Found opening = same.get(0);
    Found last = opening;
    for (Found one : same.subList(1, same.size())) {
      if (one.timeMicros() > last.timeMicros() + last.recoveryMicros()) {
        openings.add(opening);
        opening = one;
      } else if (one.severity().compareTo(opening.severity()) > 0) {
        opening = raisedTo(opening, one);
      }
      last = one;
    }
    openings.add(opening);
  }

  private static Found raisedTo(Found opening, Found higher) {
    return new Found(
        opening.ruleId(),
        opening.fingerprint(),
        opening.timeMicros(),
        opening.recoveryMicros(),
        opening.count(),
        opening.raised(),
        higher.severity());
  }

  DryRunResult result(
      long events,
      long oldestMicros,
      long newestMicros,
      Map<String, List<DryRunResult.Entity>> entities,
      List<DryRunResult.Example> examples,
      boolean whole) {
    Map<String, Long> severities = new TreeMap<>();
    openings.forEach(one -> severities.merge(one.severity().label(), 1L, Long::sum));
    Duration interval =
        events == 0 ? INTERVALS.get(0) : interval((newestMicros - oldestMicros) / 1_000_000);
    return new DryRunResult(
        events,
        events == 0 ? null : instant(oldestMicros),
        events == 0 ? null : instant(newestMicros),
        found.size(),
        found.stream().filter(one -> !one.raised()).count(),
        openings.size(),
        severities,
        ofRules(),
        interval,
        buckets(interval.toSeconds() * 1_000_000),
        entities,
        difference(),
        List.copyOf(examples),
        whole);
  }

  private static Duration interval(long seconds) {
    for (Duration interval : INTERVALS) {
      if (seconds / interval.toSeconds() <= BARS) {
        return interval;
      }
    }
    return INTERVALS.get(INTERVALS.size() - 1);
  }

  private List<Bucket> buckets(long width) {
    Map<Long, Long> detections = new TreeMap<>();
    Map<Long, Long> alerts = new HashMap<>();
    found.forEach(one -> detections.merge(Math.floorDiv(one.timeMicros(), width), 1L, Long::sum));
    openings.forEach(one -> alerts.merge(Math.floorDiv(one.timeMicros(), width), 1L, Long::sum));
    List<Bucket> buckets = new ArrayList<>();
    detections.forEach(
        (at, count) ->
            buckets.add(new Bucket(instant(at * width), count, alerts.getOrDefault(at, 0L))));
    return buckets;
  }

  private List<OfRule> ofRules() {
    Map<String, long[]> counts = new TreeMap<>();
    for (Found one : found) {
      long[] own = counts.computeIfAbsent(one.ruleId(), absent -> new long[3]);
      own[0]++;
      own[1] += one.raised() ? 0 : 1;
    }
    openings.forEach(one -> counts.computeIfAbsent(one.ruleId(), absent -> new long[3])[2]++);
    List<OfRule> rules = new ArrayList<>();
    counts.forEach(
        (id, own) -> {
          RuleReference reference = references.get(id);
          if (reference != null) {
            rules.add(new OfRule(reference, own[0], own[1], own[2]));
          }
        });
    rules.sort(Comparator.comparingLong(OfRule::detections).reversed());
    return rules;
  }

  private @Nullable Difference difference() {
    if (running == null) {
      return null;
    }
    Map<String, Long> then = counts(found);
    Map<String, Long> now = counts(running);
    long same = 0;
    for (Map.Entry<String, Long> entry : then.entrySet()) {
      same += Math.min(entry.getValue(), now.getOrDefault(entry.getKey(), 0L));
    }
    return new Difference(running.size(), same, found.size() - same, running.size() - same);
  }

  /** Several events of a group may carry the same time, so each identity is counted. */
  private static Map<String, Long> counts(Collection<Found> found) {
    Map<String, Long> counts = new HashMap<>();
    found.forEach(one -> counts.merge(one.identity(), 1L, Long::sum));
    return counts;
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
