package io.zhidun.rules.dryrun;

import io.zhidun.events.Decision;
import io.zhidun.events.Detection;
import io.zhidun.events.Event;
import io.zhidun.events.EvidenceEvent;
import io.zhidun.rules.RuleSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rules over events of the past, by the operators that run in the stream: what they would detect,
 * what the judge would make of it, and what of that the running version finds. Bounded in memory:
 * {@link #on} says when there is no room for more. Belongs to one thread.
 */
public final class DryRun {
  private static final int EXAMPLES = 5;
  private static final int EXAMPLE_EVENTS = 5;

  /** Events between two rounds of forgetting. */
  private static final int ROUND = 10_000;

  private final Bounds bounds;
  private final long latenessMicros;
  private final Side after;
  private final @Nullable Side before;
  private final RuleSet rules;
  private final @Nullable Judgement judgement;
  private final EntityCounts entities = new EntityCounts();
  private final List<DryRunResult.Example> examples = new ArrayList<>();
  private long events;
  private long oldestMicros = Long.MAX_VALUE;
  private long newestMicros = Long.MIN_VALUE;
  private boolean full;

  /**
   * @param detections most detections of one version
   * @param groups most groups of correlations of one version
   */
  public record Bounds(int detections, int groups) {
    public static final Bounds NONE = new Bounds(Integer.MAX_VALUE, Integer.MAX_VALUE);

    public Bounds {
      if (detections < 1 || groups < 1) {
        throw new IllegalArgumentException(
            "bounds must be at least 1, were " + detections + " and " + groups);
      }
    }
  }

  /**
   * @param rules the set as it would be
   * @param ids rules whose detections are asked for
   * @param running the set as it is, or null for no comparison
   * @param judgement what becomes of detections, or null where all are raised
   * @param lateness how far behind the newest event others may come
   */
  public DryRun(
      RuleSet rules,
      Set<String> ids,
      @Nullable RuleSet running,
      @Nullable Judgement judgement,
      Duration lateness,
      Bounds bounds) {
    this.bounds = bounds;
    this.latenessMicros = lateness.toNanos() / 1_000;
    this.rules = rules;
    this.judgement = judgement;
    this.after = new Side(rules, ids, this::note, this::noteOther);
    this.before = running == null ? null : new Side(running, ids, this::noteRunning, other -> {});
  }

  /** Takes the next event; false when a bound is reached and no more can be taken. */
  public boolean on(Event event) {
    if (full) {
      return false;
    }
    after.on(event);
    if (before != null) {
      before.on(event);
    }
    oldestMicros = Math.min(oldestMicros, event.timeMicros());
    newestMicros = Math.max(newestMicros, event.timeMicros());
    if (++events % ROUND == 0) {
      advance();
    }
    full = isFull(after) || before != null && isFull(before);
    return !full;
  }

  private boolean isFull(Side side) {
    return side.size() >= bounds.detections() || side.groups() >= bounds.groups();
  }

  private void advance() {
    long watermark = newestMicros - latenessMicros;
    after.advance(watermark);
    if (judgement != null) {
      judgement.advance(watermark);
    }
    if (before != null) {
      before.advance(watermark);
    }
  }

  private void note(Detection detection) {
    if (detection.withdrawn()) {
      if (after.forget(detection.id())) {
        if (judgement != null) {
          judgement.withdraw(detection);
        }
        entities.add(detection, -1);
        examples.removeIf(example -> example.detection().id().equals(detection.id()));
      }
      return;
    }
    if (after.knows(detection.id())) {
      return;
    }
    Decision decision = judgement == null ? null : judgement.decide(detection);
    after.keep(detection.id(), Found.of(detection, decision));
    entities.add(detection, 1);
    if (examples.size() < EXAMPLES && isNewGroup(detection)) {
      examples.add(new DryRunResult.Example(shortened(detection), decision));
    }
  }

  /** Of the rules around, only what the judge must know counts. */
  private void noteOther(Detection detection) {
    if (judgement == null) {
      return;
    }
    if (detection.withdrawn()) {
      judgement.withdraw(detection);
    } else {
      judgement.decide(detection);
    }
  }

  private boolean isNewGroup(Detection detection) {
    return examples.stream()
        .noneMatch(example -> example.detection().fingerprint().equals(detection.fingerprint()));
  }

  /** An example shows the last events; the count says how many there were. */
  private static Detection shortened(Detection detection) {
    List<EvidenceEvent> all = detection.events();
    int from = Math.max(0, all.size() - EXAMPLE_EVENTS);
    return new Detection(
        detection.id(),
        detection.time(),
        detection.rule(),
        detection.level(),
        detection.group(),
        detection.count(),
        all.subList(from, all.size()),
        detection.tags(),
        detection.recovery(),
        detection.receivedMicros(),
        detection.withdrawn(),
        detection.explanation());
  }

  private void noteRunning(Detection detection) {
    Side side = before;
    if (side == null) {
      return;
    }
    if (detection.withdrawn()) {
      side.forget(detection.id());
    } else {
      side.keep(detection.id(), Found.of(detection, null));
    }
  }

  public long events() {
    return events;
  }

  public int detections() {
    return after.size();
  }

  /** Says what was found so far. */
  public DryRunResult result() {
    return new Summary(rules, after.standing(), before == null ? null : before.standing())
        .result(events, oldestMicros, newestMicros, entities.top(), examples, !full);
  }
}
