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
 * The correlations of one group over event time. What lies before the watermark is settled; later
 * matches are pending, in their order. A match that arrives in order is applied at once; one that
 * arrives late is put in its place and the pending part is counted again from the settled part:
 * what is new is told, what no longer stands is withdrawn under its id. So the detections that
 * stand in the end do not depend on the order of arrival.
 *
 * <p>When the rules change, the windows of unchanged correlations go on, pending matches included.
 * A new or changed correlation counts from the newest match that the group held then; what lies
 * before it in the order of matches it does not count, whenever it arrives. Belongs to one thread.
 */
public final class GroupState {
  /** Most pending matches; beyond them the older half settles early. */
  static final int MOST_PENDING = 10_000;

  /** Of a state that nobody has promised to advance. */
  public static final long NO_ALARM = Long.MAX_VALUE;

  /** Most characters of raw text pending, for the same. */
  private static final long MOST_PENDING_TEXT = 8L << 20;

  /** Re-deliveries are searched for by hand up to here, by a set beyond. */
  private static final int FEW = 16;

  private final GroupKey key;
  private final Plan plan;
  private Machines settled;
  private Machines current;
  private boolean currentIsSettled = true;
  private final ArrayList<Match> pending = new ArrayList<>(0);
  private @Nullable Set<Match.Identity> identities;
  private final ArrayList<Standing> standing = new ArrayList<>(0);
  private long pendingText;
  private long settledMicros = Long.MIN_VALUE;
  private long alarmMicros = NO_ALARM;

  /** A detection of the pending part and the match that completed it. */
  private record Standing(Detection detection, Match completing) {}

  GroupState(Plan plan, GroupKey key) {
    this.key = key;
    this.plan = plan;
    this.settled = new Machines(plan, key);
    this.current = settled;
  }

  /**
   * The group under a rule set: itself where that set counts it by the same correlations, else
   * another with all that still counts, and this one must not be used any more. What was told
   * before is not told again.
   */
  public GroupState under(Correlator rules) {
    if (rules.marks(plan)) {
      return this;
    }
    Plan next = rules.plan(key);
    if (next == plan) {
      return this;
    }
    GroupState moved = new GroupState(next, key);
    moved.alarmMicros = alarmMicros;
    moved.settled.take(settled, pending.isEmpty() ? null : pending.get(pending.size() - 1));
    moved.restore(settledMicros, pending);
    return moved;
  }

  /**
   * Takes a match; returns the detections that it makes, and those that it unmakes with {@code
   * withdrawn} set. An event that was taken already changes nothing; one that is older than what is
   * settled is counted and not used.
   */
  public List<Detection> on(Match match) {
    if (plan.isUnknown()) {
      return List.of();
    }
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
      for (Match other : pending) {
        if (other.isSameAs(match)) {
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
    pendingText += match.original().length();
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

  private void settleEarly() {
    int count = Math.max(1, pending.size() / 2);
    plan.counters.countSettledEarly(count);
    settle(count, pending.get(count - 1).timeMicros());
  }

  /** Settles what lies at or before the watermark, and forgets what can no longer matter. */
  public void advance(long watermarkMicros) {
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
      pendingText += pending.get(i).original().length();
    }
  }

  private void settleFirst(int count) {
    List<Match> settling = pending.subList(0, count);
    Match last = settling.get(count - 1);
    settling.forEach(match -> settled.apply(match, detection -> {}));
    standing.removeIf(item -> item.completing.compareTo(last) <= 0);
    settling.clear();
  }

  /** The watermark at which the state may shrink; {@link Long#MAX_VALUE} if it is empty. */
  public long nextExpiryMicros() {
    long machines = settled.nextExpiry();
    if (pending.isEmpty()) {
      return machines;
    }
    return Math.min(machines, pending.get(0).timeMicros() + settled.shortestTimespan());
  }

  /** Whether nothing is held, so that the state can be dropped. */
  public boolean isEmpty() {
    return pending.isEmpty() && settled.isEmpty();
  }

  /** The watermark at which the owner will advance the state next, or {@link #NO_ALARM}. */
  public long alarmMicros() {
    return alarmMicros;
  }

  /** Notes when the owner will advance the state, so that one alarm a group is enough. */
  public void alarmMicros(long watermarkMicros) {
    alarmMicros = watermarkMicros;
  }

  /** The group. */
  public GroupKey key() {
    return key;
  }

  /** The detection with an id, where it stands in the part that is not settled; else null. */
  public @Nullable Detection standing(String id) {
    for (Standing item : standing) {
      if (item.detection.id().equals(id)) {
        return item.detection;
      }
    }
    return null;
  }

  /** Whether an event is counted here, pending or in a window that is open. */
  public boolean holds(String eventId) {
    for (Match match : pending) {
      if (match.id().equals(eventId)) {
        return true;
      }
    }
    for (Machine machine : settled.all()) {
      for (List<Step> lane : machine.lanes()) {
        for (Step step : lane) {
          if (step.id().equals(eventId)
              || step.evidence().stream().anyMatch(match -> match.id().equals(eventId))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Pending matches, for the metrics. */
  public int pendingCount() {
    return pending.size();
  }

  /** The state in a versioned binary form. */
  public byte[] encode() {
    return GroupStateCodec.encode(this);
  }

  /**
   * Reads {@link #encode}'s form. Machines of correlations that changed since start empty; what was
   * told before is not told again.
   *
   * @throws IllegalArgumentException when the bytes are of another version or broken
   */
  public static GroupState decode(Correlator correlator, byte[] bytes) {
    return GroupStateCodec.decode(correlator, bytes);
  }

  Plan plan() {
    return plan;
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

  /** Takes over pending matches, silently. */
  void restore(long settledTo, List<Match> matches) {
    settledMicros = settledTo;
    for (Match match : matches) {
      remember(pending.size(), match);
    }
    recount();
  }
}
