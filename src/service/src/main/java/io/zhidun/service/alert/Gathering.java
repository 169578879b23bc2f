package io.zhidun.service.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Puts detections into the episodes of their fingerprints, in memory. Episodes are the runs of
 * detections whose neighbours in event time are no further apart than the rule's recovery time, in
 * whatever order they arrive: one that falls between two open episodes joins them into the older. A
 * closed episode takes what happened up to its closing, and is never joined with another.
 */
final class Gathering {
  private static final Comparator<Episode> OLDEST_FIRST =
      Comparator.comparingLong(episode -> episode.id);

  private final Map<String, List<Episode>> episodes = new LinkedHashMap<>();
  private final Set<Episode> opened = new LinkedHashSet<>();
  private final Set<Episode> changed = new LinkedHashSet<>();
  private final List<Episode> absorbed = new ArrayList<>();
  private final LongSupplier ids;
  private final long now;

  /**
   * @param known stored episodes that a detection of this batch may reach
   * @param ids gives the id of each episode that opens
   */
  Gathering(List<Episode> known, LongSupplier ids, long now) {
    known.forEach(episode -> of(episode.fingerprint).add(episode));
    this.ids = ids;
    this.now = now;
  }

  /** Places a detection that no episode holds yet. */
  Episode add(Draft draft) {
    List<Episode> candidates = of(draft.content().fingerprint());
    List<Episode> reached =
        candidates.stream()
            .filter(episode -> episode.reaches(draft.time(), draft.recovery()))
            .sorted(OLDEST_FIRST)
            .toList();
    if (reached.isEmpty()) {
      return open(draft, candidates);
    }
    Episode target = target(reached, draft.time());
    target.gather(draft, now);
    changed.add(target);
    if (target.state != AlertState.CLOSED) {
      reached.stream()
          .filter(other -> other != target && other.state != AlertState.CLOSED)
          .forEach(other -> join(target, other));
    }
    return target;
  }

  private Episode open(Draft draft, List<Episode> candidates) {
    Episode episode = Episode.open(ids.getAsLong(), draft, now);
    candidates.add(episode);
    opened.add(episode);
    changed.add(episode);
    return episode;
  }

  /** A closed episode that spans the time comes first: a person has dealt with it already. */
  private static Episode target(List<Episode> reached, long time) {
    return reached.stream()
        .filter(e -> e.state == AlertState.CLOSED)
        .filter(e -> e.firstSeen <= time && time <= e.lastSeen)
        .findFirst()
        .or(() -> reached.stream().filter(e -> e.state != AlertState.CLOSED).findFirst())
        .orElseGet(() -> nearest(reached, time));
  }

  private static Episode nearest(List<Episode> closed, long time) {
    return closed.stream()
        .min(Comparator.comparingLong(e -> Math.max(e.firstSeen - time, time - e.lastSeen)))
        .orElseThrow();
  }

  private void join(Episode target, Episode other) {
    of(target.fingerprint).remove(other);
    changed.remove(other);
    boolean stored = !opened.remove(other);
    target.absorb(other, stored, now);
    if (stored) {
      absorbed.add(other);
    }
  }

  private List<Episode> of(String fingerprint) {
    return episodes.computeIfAbsent(fingerprint, key -> new ArrayList<>());
  }

  /** Episodes to be inserted. */
  Set<Episode> opened() {
    return opened;
  }

  /** Episodes to be inserted or updated. */
  Set<Episode> changed() {
    return changed;
  }

  /** Stored episodes that became part of another; in the order it happened. */
  List<Episode> absorbed() {
    return absorbed;
  }
}
