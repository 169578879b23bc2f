package io.zhidun.rules;

import io.zhidun.events.CanaryEvent;
import io.zhidun.events.Detection;
import io.zhidun.events.Event;
import io.zhidun.events.RawRecord;
import io.zhidun.rules.cases.CaseFile;
import io.zhidun.rules.cases.RuleCase;
import io.zhidun.rules.sigma.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The events that a rule must fire on wherever it runs: its first matching case, at another time.
 * What is handed out has been tried on the rules themselves, so that silence in the stream is the
 * stream's. Immutable.
 */
public final class RuleCanary {
  /** Longer cases would load the stream more than they prove. */
  public static final int MOST_EVENTS = 1_000;

  private static final long WEEK_MICROS = Duration.ofDays(7).toNanos() / 1000;
  private static final String TRIAL = "trial";

  private final RuleSet rules;
  private final Rule rule;

  /** In order of time. */
  private final List<Event> events;

  private final long lastMicros;

  private RuleCanary(RuleSet rules, Rule rule, List<Event> events) {
    this.rules = rules;
    this.rule = rule;
    this.events = events;
    this.lastMicros = events.get(events.size() - 1).timeMicros();
  }

  /**
   * The canary of a rule; empty where no case makes it fire, or none that can be a canary.
   *
   * @param rules the set that the rule runs in
   */
  public static Optional<RuleCanary> of(RuleSet rules, Rule rule, CaseFile cases) {
    return cases.cases().stream()
        .filter(one -> one.detections() > 0 && one.events().size() <= MOST_EVENTS)
        .map(one -> new RuleCanary(rules, rule, inOrder(one)))
        .filter(RuleCanary::firesAsWritten)
        .findFirst();
  }

  private static List<Event> inOrder(RuleCase one) {
    return one.events().stream().sorted(Comparator.comparingLong(Event::timeMicros)).toList();
  }

  private boolean firesAsWritten() {
    try {
      return fires(moved(TRIAL, lastMicros));
    } catch (IllegalArgumentException e) {
      // More than a canary can carry: the next case may do.
      return false;
    }
  }

  /**
   * The events with their distances kept, and the last at {@code now}; or, for a rule that looks at
   * the time of day, at the same time of the same weekday, the last one before {@code now}. Empty
   * where the rule does not fire then either.
   *
   * @param run names what is sent together
   */
  public List<CanaryEvent> at(Instant now, String run) {
    long nowMicros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
    List<CanaryEvent> soon = moved(run, nowMicros);
    if (fires(soon)) {
      return soon;
    }
    List<CanaryEvent> weekly =
        moved(run, nowMicros - Math.floorMod(nowMicros - lastMicros, WEEK_MICROS));
    return fires(weekly) ? weekly : List.of();
  }

  private List<CanaryEvent> moved(String run, long toMicros) {
    long by = toMicros - lastMicros;
    return events.stream()
        .map(
            event -> {
              Instant time = Instant.EPOCH.plus(event.timeMicros() + by, ChronoUnit.MICROS);
              return CanaryEvent.of(rule.id(), run, event, time);
            })
        .toList();
  }

  private boolean fires(List<CanaryEvent> canaries) {
    DetectionRun run = new DetectionRun(rules);
    Set<String> standing = new HashSet<>();
    for (int i = 0; i < canaries.size(); i++) {
      Event event = new Event();
      canaries.get(i).fill(event);
      event.header(record(i, event.timeMicros()));
      run.on(event, detection -> note(detection, standing));
    }
    return !standing.isEmpty();
  }

  private static RawRecord record(int sequence, long micros) {
    return new RawRecord(
        CanaryEvent.DATASET,
        CanaryEvent.COLLECTOR,
        CanaryEvent.SOURCE,
        0,
        sequence,
        micros,
        null,
        "UTC",
        new byte[0]);
  }

  private void note(Detection detection, Set<String> standing) {
    if (!detection.rule().id().equals(rule.id())) {
      return;
    }
    if (detection.withdrawn()) {
      standing.remove(detection.id());
    } else {
      standing.add(detection.id());
    }
  }
}
