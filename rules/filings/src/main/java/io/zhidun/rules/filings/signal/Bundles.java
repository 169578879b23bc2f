package io.zhidun.rules.filings.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bundles of a detector by subject; one that stays quiet for a year is put away. */
public final class Bundles {

  /** A bundle without anything new for this long is forgotten. */
  public static final Duration QUIET = Duration.ofDays(365);

  /** Subjects at most; the longest quiet one gives way. */
  public static final int MOST_SUBJECTS = 200_000;

  private final LinkedHashMap<String, Bundle> bySubject = new LinkedHashMap<>(16, 0.75f, true);

  /** The bundle of the subject, a new one where there is none. */
  public Bundle of(Subject subject, Instant now) {
    forgetQuiet(now);
    return bySubject.computeIfAbsent(subject.id(), id -> new Bundle(subject, now));
  }

  private void forgetQuiet(Instant now) {
    while (!bySubject.isEmpty()) {
      Map.Entry<String, Bundle> eldest = bySubject.entrySet().iterator().next();
      if (bySubject.size() <= MOST_SUBJECTS
          && !eldest.getValue().last().isBefore(now.minus(QUIET))) {
        return;
      }
      bySubject.remove(eldest.getKey());
    }
  }
}
