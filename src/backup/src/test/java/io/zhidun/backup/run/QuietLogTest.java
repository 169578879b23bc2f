package io.zhidun.backup.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.backup.health.SourceState;
import io.zhidun.backup.repository.BackupWriter;
import io.zhidun.backup.repository.ChunkSize;
import io.zhidun.backup.repository.Facts;
import io.zhidun.backup.repository.Heading;
import io.zhidun.backup.repository.Keys;
import io.zhidun.backup.repository.ProgressMeter;
import io.zhidun.trust.keys.FileKeyVault;
import io.zhidun.trust.keys.KeyLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that writes nothing in the night is not late: nothing of it is missing elsewhere. */
class QuietLogTest {
  private static final Instant NOW = Instant.parse("2026-11-27T18:00:00Z");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String SEGMENT = "000000010000000000000007";

  @TempDir Path folder;
  private Keys keys;

  @BeforeEach
  void prepare() throws IOException {
    Files.createDirectory(folder.resolve("far"));
    Files.createDirectory(folder.resolve("state"));
    KeyLock lock = KeyLock.newKeyFile(folder.resolve("key"), RANDOM);
    keys = VaultKeys.of(FileKeyVault.create(folder.resolve("vault"), lock, NOW, RANDOM));
  }

  private Backups open(Instant now) throws IOException {
    String yaml =
        """
        installation: office-a
        state: %1$s/state
        scratch: %1$s/scratch
        keys: {vault: %1$s/vault, key-file: %1$s/key}
        targets:
          far: {kind: directory, path: %1$s/far, offsite: true}
        sources:
          - {system: patent-review, name: core, level: 3, tier: T1, targets: [far], kind: postgresql,
             binaries: /nowhere, host: 127.0.0.1, user: backup, databases: [core]}
        """
            .formatted(folder);
    BackupConfig config = BackupConfig.parse(yaml, "backup.yml", folder);
    return new Backups(config, keys, Clock.fixed(now, ZoneOffset.UTC), RANDOM);
  }

  private static void backUp(Backups backups, Instant at) throws IOException {
    Heading heading =
        new Heading("patent-review", "core", "postgresql", "T1", "1", "20261127-b1", at);
    try (BackupWriter out =
        backups.repository("far").begin(heading, ChunkSize.USUAL, null, ProgressMeter.silent())) {
      out.finish(Facts.none(), at);
    }
  }

  private Duration lag(Instant now) throws IOException {
    try (Backups backups = open(now)) {
      SourceSpec source = backups.config().source("patent-review/core");
      SourceState state = new SourceStates(backups, Clock.fixed(now, ZoneOffset.UTC)).of(source);
      return Objects.requireNonNull(state.replicationLag());
    }
  }

  @Test
  void isAsNewAsTheSourceWhereNothingWasWrittenSinceWhatIsStored() throws Exception {
    try (Backups backups = open(NOW)) {
      SourceSpec source = backups.config().source("patent-review/core");
      backUp(backups, NOW.minus(Duration.ofHours(1)));
      Path spool = Files.createDirectories(backups.spool(source));
      Files.writeString(spool.resolve(SEGMENT), "log");
      backups.ship(source);
    }
    Instant later = NOW.plus(Duration.ofHours(8));
    assertThat(lag(later)).isEqualTo(Duration.ofHours(8));

    try (Backups backups = open(later)) {
      SourceSpec source = backups.config().source("patent-review/core");
      assertThat(backups.noteQuiet(source, "000000010000000000000008", later))
          .as("what ended last is still on its way")
          .isFalse();
      assertThat(lag(later)).isEqualTo(Duration.ofHours(8));
      assertThat(backups.noteQuiet(source, SEGMENT, later)).isTrue();
    }

    assertThat(lag(later.plusSeconds(40))).isEqualTo(Duration.ofSeconds(40));
  }
}
