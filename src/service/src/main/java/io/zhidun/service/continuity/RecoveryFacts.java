package io.zhidun.service.continuity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a system when its level is judged. What was not seen is null and counts as not
 * being there.
 *
 * @param sources that are backed up
 * @param unsaved of them, those without any backup
 * @param exposure work of the worst source that would be lost now
 * @param offsite that each source has a copy elsewhere
 * @param replicationLag of the worst source; null where one has no copy in real time
 * @param nodes servers of the source that has fewest; null where no source tells
 * @param drillsPassed that the last restore drill of each source passed
 * @param declared by the plan; null where there is none
 * @param exerciseAge since the last switch-over that passed, unless a later one did not
 * @param exerciseEvery how often the plan wants one
 * @param rto measured in that exercise
 */
record RecoveryFacts(
    int sources,
    int unsaved,
    @Nullable Duration exposure,
    boolean offsite,
    @Nullable Duration replicationLag,
    @Nullable Integer nodes,
    boolean drillsPassed,
    Plan.@Nullable Declared declared,
    @Nullable Duration exerciseAge,
    @Nullable Duration exerciseEvery,
    @Nullable Duration rto) {
  /** With an exercise that just ended: a switch-over that did not pass undoes the one before. */
  RecoveryFacts after(Exercise ended) {
    if (!ended.kind().equals(Exercise.SWITCH_OVER)) {
      return this;
    }
    return new RecoveryFacts(
        sources,
        unsaved,
        exposure,
        offsite,
        replicationLag,
        nodes,
        drillsPassed,
        declared,
        ended.isProof() ? Duration.ZERO : null,
        exerciseEvery,
        ended.isProof() ? ended.rto() : null);
  }
}
