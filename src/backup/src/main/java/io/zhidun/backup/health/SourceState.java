package io.zhidun.backup.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one protected source.
 *
 * @param level of the system's classified protection, 2 to 4
 * @param lastBackup when the newest backup that is there was finished
 * @param failure why the last attempt failed, where it came after the newest backup
 * @param lastVerify when all chunks were last read
 * @param verifyFaults what that found, each naming its place
 * @param lastDrill when a restore was last tried
 * @param drillFaults why it did not pass; empty where it passed
 * @param drillRto how long it took
 * @param recoverableUntil up to when the work can be brought back: the end of the log on the
 *     target, or the newest backup
 * @param missingLog segments of the log that are missing
 * @param replicationLag how far the copy elsewhere is behind; null where there is none
 * @param copies how many targets hold the newest backup
 * @param immutableCopies how many of them let nobody delete it
 */
public record SourceState(
    String system,
    String source,
    String tier,
    int level,
    @Nullable Instant lastBackup,
    @Nullable String failure,
    @Nullable Instant lastVerify,
    List<String> verifyFaults,
    @Nullable Instant lastDrill,
    List<String> drillFaults,
    @Nullable Duration drillRto,
    @Nullable Instant recoverableUntil,
    List<String> missingLog,
    @Nullable Duration replicationLag,
    int copies,
    int immutableCopies) {
  public SourceState {
    verifyFaults = List.copyOf(verifyFaults);
    drillFaults = List.copyOf(drillFaults);
    missingLog = List.copyOf(missingLog);
  }
}
