package io.zhidun.rules.correlate;

import io.zhidun.events.Detection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A group whose machines count. What lies before the watermark is settled; later matches are
 * pending, in their order. A match that arrives in order is applied at once; one that arrives late
 * is put in its place and the pending part is counted again from the settled part: what is new is
 * told, what no longer stands is withdrawn under its id. Belongs to one thread.
 */
final class Busy {
  /** Most pending matches; beyond them the older half settles early. */
  static final int MOST_PENDING = 10_000;

  /** Most bytes of texts pending, for the same. */
  private static final long MOST_PENDING_TEXT = 8L << 20;

  /** Re-deliveries are searched for by hand up to here, by a set beyond. */
  private static final int FEW = 16;

  private final Plan plan;
  private Machines settled;
  private Machines current;
  private boolean currentIsSettled = true;
  private final ArrayList<Match> pending = new ArrayList<>(0);
  private @Nullable Set<Match.Identity> identities;
  private final ArrayList<Standing> standing = new ArrayList<>(0);
  private long pendingText;
  private long settledMicros = Long.MIN_VALUE;

  /** A detection of the pending part and the match that completed it. */
  private record Standing(Detection detection, Match completing) {}

  Busy(Plan plan, GroupKey key) {
    this.plan = plan;
    this.settled = new Machines(plan, key);
    this.current = settled;
  }

  /** The same under another plan of the group, with all that still counts. */
  Busy under(Plan next, GroupKey key) {
    Busy moved = new Busy(next, key);
    moved.settled.take(settled, pending.isEmpty() ? null : pending.get(pending.size() - 1));
    moved.restore(settledMicros, pending);
    return moved;
  }

  /** See {@link GroupState#on}. */
  List<Detection> on(Match match) {
    if (match.timeMicros() <= settledMicros) {
      plan.counters.countLate();
      return List.of();
    }
    if (isKnown(match)) {
      plan.counters.countRepeated();
      return List.of();
    }
    List<Detection> told =
        pending.isEmpty() || pending.get(pending.size() - 1).compareTo(match) < 0
            ? append(match)
            : insert(match);
    if (pending.size() > MOST_PENDING || pendingText > MOST_PENDING_TEXT && pending.size() > 1) {
      settleEarly();
    }
    return told;
  }

  private boolean isKnown(Match match) {
    if (pending.size() < FEW) {
      for (int i = 0; i < pending.size(); i++) {
        if (pending.get(i).isSameAs(match)) {
          return true;
        }
      }
      return false;
    }
    Set<Match.Identity> known = identities;
    if (known == null) {
      known = new HashSet<>();
      for (Match other : pending) {
        known.add(other.identity());
      }
      identities = known;
    }
    return known.contains(match.identity());
  }

  private void remember(int at, Match match) {
    pending.add(at, match);
    pendingText += match.texts().length;
    if (identities != null) {
      identities.add(match.identity());
    }
  }

  private List<Detection> append(Match match) {
    remember(pending.size(), match);
    int before = standing.size();
    apply(match);
    if (standing.size() == before) {
      return List.of();
    }
    List<Detection> told = new ArrayList<>(1);
    standing.subList(before, standing.size()).forEach(item -> told.add(item.detection));
    return told;
  }

  private void apply(Match match) {
    if (currentIsSettled) {
      current = settled.copy();
      currentIsSettled = false;
    }
    current.apply(match, detection -> standing.add(new Standing(detection, match)));
  }

  private List<Detection> insert(Match match) {
    int at = Collections.binarySearch(pending, match);
    remember(at < 0 ? -at - 1 : at, match);
    return recountAndCompare();
  }

  /** See {@link GroupState#off}. */
  List<Detection> off(Match match) {
    for (int i = 0; i < pending.size(); i++) {
      if (pending.get(i).isSameAs(match)) {
        pending.remove(i);
        measurePending();
        return recountAndCompare();
      }
    }
    plan.counters.countLate();
    return List.of();
  }

  /** What stands now and did not before, and the other way round. */
  private List<Detection> recountAndCompare() {
    Map<String, Detection> before = new LinkedHashMap<>();
    standing.forEach(item -> before.put(item.detection.id(), item.detection));
    recount();
    List<Detection> told = new ArrayList<>();
    Map<String, Detection> fresh = new HashMap<>();
    for (Standing item : standing) {
      fresh.put(item.detection.id(), item.detection);
      if (!before.containsKey(item.detection.id())) {
        told.add(item.detection);
      }
    }
    before.forEach(
        (id, detection) -> {
          if (!fresh.containsKey(id)) {
            told.add(detection.withdrawal());
          }
        });
    return told;
  }

  private void recount() {
    standing.clear();
    current = settled;
    currentIsSettled = true;
    pending.forEach(this::apply);
  }

  /** See {@link GroupState#standing}. */
  @Nullable Detection standing(String id) {
    for (Standing item : standing) {
      if (item.detection.id().equals(id)) {
        return item.detection;
      }
    }
    return null;
  }

  /** See {@link GroupState#holds}. */
  boolean holds(String eventId) {
    for (Match match : pending) {
      if (match.id().equals(eventId)) {
        return true;
      }
    }
    for (Machine machine : settled.all()) {
      for (List<Step> lane : machine.lanes()) {
        for (Step step : lane) {
          if (step.evidence().stream().anyMatch(match -> match.id().equals(eventId))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private void settleEarly() {
    int count = Math.max(1, pending.size() / 2);
    plan.counters.countSettledEarly(count);
    settle(count, pending.get(count - 1).timeMicros());
  }

  /** See {@link GroupState#advance}. */
  void advance(long watermarkMicros) {
    int count = 0;
    while (count < pending.size() && pending.get(count).timeMicros() <= watermarkMicros) {
      count++;
    }
    settle(count, watermarkMicros);
    settled.forget(watermarkMicros);
  }

  private void settle(int count, long toMicros) {
    settledMicros = Math.max(settledMicros, toMicros);
    if (count == 0 && !pending.isEmpty()) {
      return;
    }
    long notNumbers = settled.notNumbers();
    long crowdedOut = settled.crowdedOut();
    if (count == pending.size()) {
      settled = current;
      currentIsSettled = true;
      standing.clear();
      pending.clear();
    } else {
      settleFirst(count);
    }
    if (count > 0) {
      measurePending();
      // Counted when settled: pending matches may be applied any number of times.
      CorrelationCounters counters = plan.counters;
      counters.countNotNumbers(settled.notNumbers() - notNumbers);
      counters.countCrowdedOut(settled.crowdedOut() - crowdedOut);
    }
  }

  private void measurePending() {
    identities = null;
    pendingText = 0;
    for (int i = 0; i < pending.size(); i++) {
      pendingText += pending.get(i).texts().length;
    }
  }

  private void settleFirst(int count) {
    List<Match> settling = pending.subList(0, count);
    Match last = settling.get(count - 1);
    settling.forEach(match -> settled.apply(match, null));
    standing.removeIf(item -> item.completing.compareTo(last) <= 0);
    settling.clear();
  }

  /** See {@link GroupState#nextExpiryMicros}. */
  long nextExpiryMicros() {
    long machines = settled.nextExpiry();
    if (pending.isEmpty()) {
      return machines;
    }
    return Math.min(machines, pending.get(0).timeMicros() + plan.shortestMicros());
  }

  boolean isEmpty() {
    return pending.isEmpty() && settled.isEmpty();
  }

  Machines settled() {
    return settled;
  }

  List<Match> pending() {
    return pending;
  }

  long settledMicros() {
    return settledMicros;
  }

  /** Takes over settled matches and then pending ones, in their order, silently. */
  void restore(long settledTo, Match[] members) {
    List<Match> open = new ArrayList<>();
    for (Match member : members) {
      if (member.timeMicros() <= settledTo) {
        settled.apply(member, null);
      } else {
        open.add(member);
      }
    }
    restore(settledTo, open);
  }

  /** Takes over pending matches, silently. */
  void restore(long settledTo, List<Match> matches) {
    settledMicros = settledTo;
    for (Match match : matches) {
      remember(pending.size(), match);
    }
    recount();
  }
}
