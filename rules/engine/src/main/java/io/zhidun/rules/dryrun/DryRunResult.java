package io.zhidun.rules.dryrun;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhidun.events.Decision;
import io.zhidun.events.Detection;
import io.zhidun.events.RuleReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What rules would have done.
 *
 * @param events how many events were read
 * @param from time of the oldest event, or null without any
 * @param to time of the newest event
 * @param detections how often the rules matched
 * @param held how many of these the judge would not have raised: exceptions, duty hours and the
 *     like; 0 without a judge
 * @param alerts how many alerts the others would have been gathered into
 * @param severities alerts by severity
 * @param rules the same by rule
 * @param interval width of a bucket
 * @param buckets detections and alerts over time; empty buckets are left out
 * @param entities most frequent entities by field
 * @param difference against the running version, or null where none was run
 * @param examples the first detections of different groups, with their explanations
 * @param whole false where a bound ended the run before the events did
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DryRunResult(
    long events,
    @Nullable Instant from,
    @Nullable Instant to,
    long detections,
    long held,
    long alerts,
    Map<String, Long> severities,
    List<OfRule> rules,
    Duration interval,
    List<Bucket> buckets,
    Map<String, List<Entity>> entities,
    @Nullable Difference difference,
    List<Example> examples,
    boolean whole) {

  /** What one rule would have done. */
  public record OfRule(RuleReference rule, long detections, long held, long alerts) {}

  /** An interval that begins at {@code time}; an alert counts where it opens. */
  public record Bucket(Instant time, long detections, long alerts) {}

  public record Entity(String value, long count) {}

  /**
   * Detections of the same group at the same time over as many events are the same.
   *
   * @param running how many detections the running version makes
   * @param same how many both make
   * @param added how many only the new version makes
   * @param gone how many only the running version makes
   */
  public record Difference(long running, long same, long added, long gone) {}

  /**
   * @param decision the judgement, or null without a judge
   */
  public record Example(Detection detection, @Nullable Decision decision) {}
}
