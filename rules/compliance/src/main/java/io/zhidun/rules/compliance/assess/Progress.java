package io.zhidun.rules.compliance.assess;

import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Result;
import java.time.Instant;

/**
 * Three numbers that must not be mixed: a system can be wholly covered and yet not met, or met by
 * evidence that has run out since.
 *
 * @param covered share of the applicable requirements that have a result
 * @param met share of the applicable requirements that are met
 * @param fresh share of the cited evidence that still supports something at the time asked for
 */
public record Progress(double covered, double met, double fresh) {

  /** Of an assessment, seen at a time. */
  public static Progress of(Assessment assessment, Instant now) {
    long applicable =
        assessment.items().stream().filter(item -> item.result() != Result.NOT_APPLICABLE).count();
    long met = assessment.items().stream().filter(item -> item.result() == Result.MET).count();
    long fresh = assessment.evidence().stream().filter(one -> one.isFresh(now)).count();
    return new Progress(
        assessment.conclusion().covered(),
        applicable == 0 ? 0 : (double) met / applicable,
        assessment.evidence().isEmpty() ? 0 : (double) fresh / assessment.evidence().size());
  }
}
