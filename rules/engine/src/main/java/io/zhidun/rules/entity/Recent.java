package io.zhidun.rules.entity;

import io.zhidun.events.Detection;
import io.zhidun.events.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an entity was behind in the {@link EntityHistory#REACH} up to a detection, this one
 * included.
 *
 * @param entity who, or null where the detection names nobody
 * @param detections how many; exact up to {@link EntityHistory#KEPT}
 * @param rules names of the rules of those that were raised, and of this one; sorted
 * @param heldRules names of the rules all of whose detections the judge held; sorted
 * @param highest the highest severity of these rules
 * @param span time from the first of them to this one
 * @param since the first of all that followed each other within that reach
 */
public record Recent(
    @Nullable Entity entity,
    long detections,
    List<String> rules,
    List<String> heldRules,
    Severity highest,
    Duration span,
    Instant since) {
  public Recent {
    rules = List.copyOf(rules);
    heldRules = List.copyOf(heldRules);
    Objects.requireNonNull(highest, "highest");
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(since, "since");
    if (detections < 1 || rules.isEmpty() || span.isNegative()) {
      throw new IllegalArgumentException(
          "at least the detection itself is recent, had "
              + detections
              + " detections of "
              + rules.size()
              + " rules within "
              + span);
    }
  }

  /** Where nothing else is known. */
  public static Recent alone(@Nullable Entity entity, Detection detection) {
    return new Recent(
        entity,
        1,
        List.of(detection.rule().name()),
        List.of(),
        detection.level(),
        Duration.ZERO,
        detection.time());
  }
}
