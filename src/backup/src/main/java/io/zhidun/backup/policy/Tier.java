package io.zhidun.backup.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a tier asks.
 *
 * @param rpo how much work may be lost at most
 * @param rto how long a restore may take, null where the runbook says (rebuilding)
 * @param backupEvery between two full backups
 * @param copies of each backup, the original not counted in
 * @param media different kinds of storage among the copies and the original
 * @param offsite copies elsewhere
 * @param immutableCopies copies that nobody may delete before their time
 * @param realTimeOffsite whether the log goes elsewhere as it is written
 * @param immutableFor how long a backup may not be deleted
 * @param verifyEvery between two readings of all chunks
 * @param drillEvery between two restore drills
 * @param switchEvery between two switch-over exercises, or null
 * @param drLevel aimed at, of GB/T 20988, such as 5 or 4-5
 */
public record Tier(
    String name,
    Duration rpo,
    @Nullable Duration rto,
    Duration backupEvery,
    int copies,
    int media,
    int offsite,
    int immutableCopies,
    boolean realTimeOffsite,
    Duration immutableFor,
    Retention retention,
    boolean encrypted,
    Duration verifyEvery,
    Duration drillEvery,
    @Nullable Duration switchEvery,
    String drLevel) {

  static Tier read(String name, Section section) {
    return new Tier(
        name,
        section.duration("rpo"),
        section.durationOrNull("rto"),
        section.duration("backup-every"),
        section.number("copies", 1, 9),
        section.number("media", 1, 9),
        section.number("offsite", 0, 9),
        section.number("immutable-copies", 0, 9),
        section.flag("real-time-offsite", false),
        section.duration("immutable-for"),
        Retention.read(section.section("retention")),
        section.flag("encrypted", true),
        section.duration("verify-every"),
        section.duration("drill-every"),
        section.durationOrNull("switch-every"),
        section.text("dr-level"));
  }
}
