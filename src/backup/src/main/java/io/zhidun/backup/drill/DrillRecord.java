package io.zhidun.backup.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a drill measured; kept signed as evidence.
 *
 * @param backup id of what was restored
 * @param by who asked for the drill: a person's name or the schedule's
 * @param rto from the beginning until the restored data answered
 * @param rtoBound the tier's, null where the runbook says
 * @param rpo how much work would have been lost, had the loss come when the drill began
 * @param comparisons with what was counted when the backup was made
 * @param faults why it did not pass; empty where it passed
 */
public record DrillRecord(
    int format,
    String id,
    String system,
    String source,
    String backup,
    String tier,
    String policyVersion,
    String by,
    Instant started,
    Instant finished,
    List<Step> steps,
    Duration rto,
    @Nullable Duration rtoBound,
    @Nullable Duration rpo,
    Duration rpoBound,
    List<Comparison> comparisons,
    List<CheckResult> checks,
    List<String> faults) {
  public static final int FORMAT = 1;

  /** A part of the drill and how long it took. */
  public record Step(String name, Duration took) {}

  /**
   * @param found rows, or -1 where there is no such table or tree
   */
  public record Comparison(String name, long expected, long found, boolean equal) {}

  /** An application's own question and its answer. */
  public record CheckResult(String sql, String expected, String found, boolean holds) {}

  public DrillRecord {
    steps = List.copyOf(steps);
    comparisons = List.copyOf(comparisons);
    checks = List.copyOf(checks);
    faults = List.copyOf(faults);
  }

  public boolean passed() {
    return faults.isEmpty();
  }
}
