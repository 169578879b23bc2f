package io.zhidun.service.backup;

import io.zhidun.backup.executor.PostgresStandbys;
import io.zhidun.backup.executor.PostgresStandbys.Standby;
import io.zhidun.backup.health.SourceState;
import io.zhidun.backup.run.SourceKind;
import io.zhidun.backup.run.SourceSpec;
import io.zhidun.service.backup.SourceLook.Away;
import io.zhidun.service.backup.SourceLook.Seen;
import io.zhidun.service.compliance.evidence.BackupStates;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** The sources as evidence: what was seen within the last minute, and nothing that may be old. */
@Component
@Conditional(BackupsConfigured.class)
class LiveBackupStates implements BackupStates {
  private final Installation installation;
  private final Looks looks;
  private final BackupProperties properties;

  LiveBackupStates(Installation installation, Looks looks, BackupProperties properties) {
    this.installation = installation;
    this.looks = looks;
    this.properties = properties;
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

  /** Of a PostgreSQL; the other kinds of sources do not tell. */
  @Override
  public Optional<Nodes> nodes(SourceState source) throws IOException {
    SourceSpec spec = installation.readConfig().source(source.system() + '/' + source.source());
    if (!(spec.kind() instanceof SourceKind.Postgres postgres)) {
      return Optional.empty();
    }
    List<Standby> standbys = PostgresStandbys.of(postgres.options());
    long most = properties.standbyBehind().toBytes();
    long close = standbys.stream().filter(one -> one.behindBytes() <= most).count();
    return Optional.of(
        new Nodes(
            1 + (int) close,
            standbys.stream().map(one -> one.name() + " -" + one.behindBytes() + " B").toList()));
  }
}
