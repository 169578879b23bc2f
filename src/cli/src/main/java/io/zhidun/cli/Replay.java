package io.zhidun.cli;

import io.zhidun.events.Detection;
import io.zhidun.events.Event;
import io.zhidun.rules.DetectionRun;
import io.zhidun.rules.RuleSet;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs a rule set over events and keeps what stands: a withdrawn detection does not. */
final class Replay {
  /** Events between two rounds of forgetting. */
  private static final int ROUND = 50_000;

  private final DetectionRun run;
  private final long latenessMicros;
  private final Map<String, Detection> standing = new LinkedHashMap<>();
  private long newestMicros = Long.MIN_VALUE;
  private long read;

  Replay(RuleSet rules, Duration lateness) {
    this.run = new DetectionRun(rules);
    this.latenessMicros = lateness.toNanos() / 1000;
  }

  /** Takes the next event, in order of arrival. */
  void on(Event event) {
    run.on(event, this::keep);
    newestMicros = Math.max(newestMicros, event.timeMicros());
    if (++read % ROUND == 0) {
      run.advance(newestMicros - latenessMicros);
    }
  }

  private void keep(Detection detection) {
    if (detection.withdrawn()) {
      standing.remove(detection.id());
    } else {
      standing.put(detection.id(), detection);
    }
  }

  /** What stands, in order of time. */
  List<Detection> detections() {
    return standing.values().stream()
        .sorted(Comparator.comparing(Detection::time).thenComparing(Detection::id))
        .toList();
  }
}
