package io.zhidun.service.backup;

import io.zhidun.backup.health.SourceState;
import io.zhidun.service.backup.SourceLook.Away;
import io.zhidun.service.backup.SourceLook.Seen;
import io.zhidun.service.compliance.evidence.BackupStates;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** The sources as evidence: what was seen within the last minute, and nothing that may be old. */
@Component
@Conditional(BackupsConfigured.class)
class LiveBackupStates implements BackupStates {
  private final Installation installation;
  private final Looks looks;

  LiveBackupStates(Installation installation, Looks looks) {
    this.installation = installation;
    this.looks = looks;
  }

  @Override
  public List<SourceState> all() throws IOException {
    installation.open();
    List<SourceState> states = new ArrayList<>();
    for (SourceLook look : looks.current()) {
      Away away = look.away();
      Seen seen = look.seen();
      if (away != null || seen == null) {
        throw new IOException(
            look.source().title() + ": " + (away == null ? "was never seen" : away.words()));
      }
      states.add(seen.state());
    }
    return states;
  }

  @Override
  public Proofs proofs(SourceState source) throws IOException {
    for (SourceLook look : looks.known()) {
      Seen seen = look.seen();
      if (seen != null
          && look.source().system().equals(source.system())
          && look.source().name().equals(source.source())) {
        return seen.proofs();
      }
    }
    return BackupStates.super.proofs(source);
  }
}
