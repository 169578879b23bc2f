package io.zhidun.backup.run;

import java.time.Instant;
import java.util.List;

/**
 * What the retention gave up on one target; kept signed there.
 *
 * @param id of this record
 * @param tier whose retention it was
 * @param dryRun nothing was deleted: it says what would be
 * @param deleted ids of backups
 * @param segments ids of the parts of the log before the oldest backup that is left
 * @param locked ids of backups that the retention gives up and that may not be deleted yet
 * @param refused ids of backups and segments that the target did not let go
 * @param kept how many backups are left
 * @param unfinished how many objects of runs that died went
 */
public record PruneRecord(
    int format,
    String id,
    String system,
    String source,
    String target,
    String tier,
    String policyVersion,
    Instant at,
    boolean dryRun,
    List<String> deleted,
    List<String> segments,
    List<String> locked,
    List<String> refused,
    int kept,
    int unfinished) {
  public static final int FORMAT = 1;

  public PruneRecord {
    deleted = List.copyOf(deleted);
    segments = List.copyOf(segments);
    locked = List.copyOf(locked);
    refused = List.copyOf(refused);
  }
}
