package io.zhidun.service.backup;

import io.zhidun.backup.drill.DrillRecord;
import io.zhidun.backup.health.SourceState;
import io.zhidun.backup.run.SourceSpec;
import io.zhidun.service.compliance.evidence.BackupStates.Proofs;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a source's targets said when they were last looked at.
 *
 * @param at when that was
 * @param seen null where they never answered
 * @param away why they did not answer the last time; null where they did
 */
record SourceLook(SourceSpec source, Instant at, @Nullable Seen seen, @Nullable Away away) {

  /**
   * What they said.
   *
   * @param oldest backup that is there
   * @param drills on record
   */
  record Seen(
      SourceState state,
      @Nullable BackupLine oldest,
      @Nullable BackupLine newest,
      List<CopyLine> copies,
      @Nullable DrillRecord drill,
      int drills) {
    Proofs proofs() {
      return new Proofs(
          drills,
          (int) copies.stream().filter(copy -> copy.offsite() && copy.held()).count(),
          copies.stream()
              .filter(CopyLine::offsite)
              .map(CopyLine::newest)
              .filter(Objects::nonNull)
              .max(Comparator.naturalOrder())
              .orElse(null));
    }
  }

  /**
   * Why nothing was said.
   *
   * @param damaged that what lies there is not what was written, or not ours
   */
  record Away(String words, boolean damaged) {}
}
