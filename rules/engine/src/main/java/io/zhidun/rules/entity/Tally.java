package io.zhidun.rules.entity;

import io.zhidun.events.Detection;
import io.zhidun.events.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up what an entity was behind up to a detection, the newest first. */
final class Tally {
  private final Detection detection;
  private final long micros;
  private final long fromMicros;
  private long detections = 1;
  private Severity highest;
  private long firstMicros;
  private long sinceMicros;

  /** Few, so a search through all is quicker than a set: ids, names and whether all were held. */
  private final List<String> ids = new ArrayList<>(4);

  private final List<String> names = new ArrayList<>(4);
  private final List<Boolean> held = new ArrayList<>(4);

  Tally(Detection detection, long micros) {
    this.detection = detection;
    this.micros = micros;
    this.fromMicros = micros - EntityHistory.REACH_MICROS;
    this.highest = detection.level();
    this.firstMicros = micros;
    this.sinceMicros = micros;
    add(detection.rule().id(), detection.rule().name(), false);
  }

  void add(PastDetection one) {
    if (one.micros() >= micros) {
      return;
    }
    reach(one.micros(), one.micros());
    if (one.micros() >= fromMicros && !one.id().equals(detection.id())) {
      count(1, one.level(), one.micros());
      add(one.ruleId(), one.rule(), one.held());
    }
  }

  void add(PastHour hour) {
    if (hour.fromMicros() >= micros) {
      return;
    }
    reach(hour.fromMicros(), Math.min(hour.toMicros(), micros) - 1);
    if (hour.toMicros() > fromMicros) {
      count(hour.count(), hour.level(), Math.max(hour.fromMicros(), fromMicros));
      add(hour.ruleId(), hour.rule(), hour.held());
    }
  }

  private void reach(long from, long to) {
    if (sinceMicros - to <= EntityHistory.REACH_MICROS) {
      sinceMicros = Math.min(sinceMicros, from);
    }
  }

  private void count(long more, Severity level, long first) {
    detections += more;
    highest = level.compareTo(highest) > 0 ? level : highest;
    firstMicros = Math.min(firstMicros, first);
  }

  private void add(String id, String name, boolean isHeld) {
    int at = ids.indexOf(id);
    if (at < 0) {
      ids.add(id);
      names.add(name);
      held.add(isHeld);
    } else if (!isHeld) {
      held.set(at, false);
    }
  }

  Recent recent(@Nullable Entity entity, Bygone bygone) {
    long since =
        bygone.isWithinReachOf(sinceMicros)
            ? Math.min(sinceMicros, bygone.fromMicros())
            : sinceMicros;
    return new Recent(
        entity,
        detections,
        names(false),
        names(true),
        highest,
        Duration.of(micros - firstMicros, ChronoUnit.MICROS),
        Instant.EPOCH.plus(since, ChronoUnit.MICROS));
  }

  private List<String> names(boolean ofHeld) {
    List<String> some = new ArrayList<>(names.size());
    for (int i = 0; i < names.size(); i++) {
      if (held.get(i) == ofHeld) {
        some.add(names.get(i));
      }
    }
    Collections.sort(some);
    return some;
  }
}
