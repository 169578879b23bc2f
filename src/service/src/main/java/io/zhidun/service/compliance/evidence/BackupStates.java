package io.zhidun.service.compliance.evidence;

import io.zhidun.backup.health.SourceState;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What the installation's backups are like. Whoever runs backups here gives it; where nobody does,
 * nothing is known of backups.
 */
@NamedInterface("backups")
public interface BackupStates {
  /**
   * The sources that are backed up. A source stands for the asset whose id is its name, or for the
   * asset that has its name among its addresses.
   *
   * @throws IOException when the targets do not answer
   */
  List<SourceState> all() throws IOException;

  /** What else is known of one of them; that a drill is known means that there was one at least. */
  default Proofs proofs(SourceState source) throws IOException {
    return new Proofs(source.lastDrill() == null ? 0 : 1, 0, null);
  }

  /**
   * The servers that do a source's work now; empty where that is not known.
   *
   * @throws IOException when the source does not answer, or hides it
   */
  default Optional<Nodes> nodes(SourceState source) throws IOException {
    return Optional.empty();
  }

  /**
   * Servers of a source.
   *
   * @param healthy the one that writes, and those that follow it closely
   * @param standbys names of those that follow, with what they are behind
   */
  record Nodes(int healthy, List<String> standbys) {
    public Nodes {
      standbys = List.copyOf(standbys);
    }
  }

  /**
   * What a source's targets hold beside its state.
   *
   * @param drills on record
   * @param offsiteCopies of the newest backup
   * @param offsiteSince when the newest backup that lies elsewhere was made, null where none does
   */
  record Proofs(int drills, int offsiteCopies, @Nullable Instant offsiteSince) {}
}
