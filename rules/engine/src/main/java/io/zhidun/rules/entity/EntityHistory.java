package io.zhidun.rules.entity;

import io.zhidun.events.Detection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The detections that one entity was behind in the last {@link #REACH} of event time. Immutable.
 *
 * <p>It is the same whatever order they came in: the newest {@link #KEPT} each, all older ones as
 * numbers by hour and rule. Among the newest a detection that comes again counts once, and one that
 * is withdrawn leaves no trace; of the older ones only the numbers grow and shrink.
 */
public final class EntityHistory {
  /** How far back it reaches. */
  public static final Duration REACH = Duration.ofHours(24);

  /** How many detections are kept one by one. */
  public static final int KEPT = 64;

  /** Most numbers: ten rules in each hour. Beyond it the oldest leave early. */
  static final int MOST_HOURS = 256;

  static final long REACH_MICROS = REACH.toNanos() / 1_000;

  /** Nothing. */
  public static final EntityHistory NONE = new EntityHistory(List.of(), List.of(), Bygone.NOTHING);

  private final List<PastDetection> kept;
  private final List<PastHour> hours;
  private final Bygone bygone;

  /**
   * @param kept in order, each id once; not changed afterwards
   * @param hours in order, each hour and rule once; not changed afterwards
   * @param bygone what is out of reach
   */
  EntityHistory(List<PastDetection> kept, List<PastHour> hours, Bygone bygone) {
    this.kept = kept;
    this.hours = hours;
    this.bygone = bygone;
  }

  /**
   * With one more detection, or the same with another decision.
   *
   * @param held whether the judge held it
   */
  public EntityHistory with(Detection detection, boolean held) {
    List<PastDetection> all = new ArrayList<>(kept.size() + 1);
    for (PastDetection one : kept) {
      if (!one.id().equals(detection.id())) {
        all.add(one);
      }
    }
    PastDetection added = PastDetection.of(detection, held);
    all.add(-Collections.binarySearch(all, added) - 1, added);
    return all.size() > KEPT
        ? new EntityHistory(all, plus(PastHour.of(all.remove(0))), bygone)
        : new EntityHistory(all, hours, bygone);
  }

  private List<PastHour> plus(PastHour more) {
    List<PastHour> all = new ArrayList<>(hours);
    int at = Collections.binarySearch(all, more);
    if (at >= 0) {
      all.set(at, all.get(at).and(more));
    } else {
      all.add(-at - 1, more);
    }
    return all.size() > MOST_HOURS ? all.subList(1, all.size()) : all;
  }

  /** Without a detection that no longer stands. */
  public EntityHistory without(Detection detection) {
    for (int i = 0; i < kept.size(); i++) {
      if (kept.get(i).id().equals(detection.id())) {
        List<PastDetection> rest = new ArrayList<>(kept);
        rest.remove(i);
        return new EntityHistory(rest, hours, bygone);
      }
    }
    return hours.isEmpty() ? this : new EntityHistory(kept, minus(detection), bygone);
  }

  private List<PastHour> minus(Detection detection) {
    for (boolean held : new boolean[] {false, true}) {
      int at = Collections.binarySearch(hours, PastHour.of(PastDetection.of(detection, held)));
      if (at >= 0) {
        List<PastHour> rest = new ArrayList<>(hours);
        PastHour hour = rest.get(at);
        if (hour.count() > 1) {
          rest.set(at, hour.less());
        } else {
          rest.remove(at);
        }
        return rest;
      }
    }
    return hours;
  }

  /**
   * What the entity was behind up to a detection. Only what is truly earlier counts beside it:
   * several rules that one event meets say the same thing several times, and which of them is
   * judged first is chance.
   */
  public Recent upTo(@Nullable Entity entity, Detection detection) {
    long micros = PastDetection.micros(detection);
    if (kept.isEmpty() || kept.get(0).micros() >= micros && hours.isEmpty()) {
      return bygone.isWithinReachOf(micros)
          ? new Tally(detection, micros).recent(entity, bygone)
          : Recent.alone(entity, detection);
    }
    Tally tally = new Tally(detection, micros);
    for (int i = kept.size() - 1; i >= 0; i--) {
      tally.add(kept.get(i));
    }
    for (int i = hours.size() - 1; i >= 0; i--) {
      tally.add(hours.get(i));
    }
    return tally.recent(entity, bygone);
  }

  /** Forgets what no detection at or behind a watermark can reach. */
  public EntityHistory advance(long watermarkMicros) {
    if (watermarkMicros < Long.MIN_VALUE + REACH_MICROS) {
      return this;
    }
    long from = watermarkMicros - REACH_MICROS;
    Bygone gone = bygone;
    int hour = 0;
    while (hour < hours.size() && hours.get(hour).toMicros() <= from) {
      gone = gone.and(hours.get(hour).fromMicros(), hours.get(hour).toMicros() - 1);
      hour++;
    }
    int first = 0;
    while (first < kept.size() && kept.get(first).micros() < from) {
      gone = gone.and(kept.get(first).micros(), kept.get(first).micros());
      first++;
    }
    return first == 0 && hour == 0
        ? this
        : new EntityHistory(
            List.copyOf(kept.subList(first, kept.size())),
            List.copyOf(hours.subList(hour, hours.size())),
            gone);
  }

  public boolean isEmpty() {
    return kept.isEmpty() && hours.isEmpty();
  }

  /** The watermark that makes it empty; {@link Long#MAX_VALUE} where it is. */
  public long expiryMicros() {
    if (isEmpty()) {
      return Long.MAX_VALUE;
    }
    long last = kept.isEmpty() ? Long.MIN_VALUE : kept.get(kept.size() - 1).micros() + 1;
    long hour = hours.isEmpty() ? Long.MIN_VALUE : hours.get(hours.size() - 1).toMicros();
    return Math.max(last, hour) + REACH_MICROS;
  }

  /** Its stored form, versioned. */
  public byte[] encode() {
    return HistoryCodec.encode(kept, hours, bygone);
  }

  /**
   * Reads {@link #encode}'s form.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static EntityHistory decode(byte[] bytes) {
    return HistoryCodec.decode(bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EntityHistory that
        && kept.equals(that.kept)
        && hours.equals(that.hours)
        && bygone.equals(that.bygone);
  }

  @Override
  public int hashCode() {
    return kept.hashCode() * 31 + hours.hashCode();
  }

  @Override
  public String toString() {
    return "EntityHistory" + kept + hours + bygone;
  }
}
