package io.zhidun.backup.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.zhidun.backup.drill.DrillRecord;
import io.zhidun.backup.executor.RecoveryGoal;
import io.zhidun.backup.health.BackupHealth;
import io.zhidun.backup.health.Problem;
import io.zhidun.backup.health.Problem.Code;
import io.zhidun.backup.repository.Keys;
import io.zhidun.backup.repository.Manifest;
import io.zhidun.trust.keys.FileKeyVault;
import io.zhidun.trust.keys.KeyLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir Path folder;
  private Keys keys;

  @BeforeEach
  void prepare() throws IOException {
    for (String name : List.of("state", "scratch", "near", "far", "documents")) {
      Files.createDirectory(folder.resolve(name));
    }
    Files.writeString(folder.resolve("documents/a"), "one");
    Files.writeString(folder.resolve("documents/b"), "two");
    KeyLock lock = KeyLock.newKeyFile(folder.resolve("key"), RANDOM);
    keys = VaultKeys.of(FileKeyVault.create(folder.resolve("vault"), lock, NOW, RANDOM));
  }

  private String yaml() {
    return """
    installation: office-a
    state: %1$s/state
    scratch: %1$s/scratch
    keys: {vault: %1$s/vault, key-file: %1$s/key}
    targets:
      near: {kind: directory, path: %1$s/near}
      far: {kind: directory, path: %1$s/far, offsite: true, append-only: true, medium: tape}
    sources:
      - {system: patent-review, name: documents, level: 2, tier: T3, targets: [near, far],
         kind: files, path: %1$s/documents}
    """
        .formatted(folder);
  }

  private Backups open(Instant now) throws IOException {
    BackupConfig config = BackupConfig.parse(yaml(), "backup.yml", folder);
    return new Backups(config, keys, Clock.fixed(now, ZoneOffset.UTC), RANDOM);
  }

  private List<Code> problems(Backups backups, Instant now) throws IOException {
    return new BackupHealth(backups.config().policies())
        .problems(new SourceStates(backups, Clock.fixed(now, ZoneOffset.UTC)).all(), now).stream()
            .map(Problem::code)
            .toList();
  }

  @Test
  void isHealthyOnceBackedUpVerifiedAndDrilledAndIllAgainWhenTimeGoesBy() throws Exception {
    try (Backups backups = open(NOW)) {
      SourceSpec source = backups.config().source("patent-review/documents");
      assertThat(problems(backups, NOW)).containsExactly(Code.NEVER_BACKED_UP);

      Manifest manifest = backups.run(source, progress -> {});
      assertThat(problems(backups, NOW)).containsExactly(Code.VERIFY_OVERDUE, Code.DRILL_OVERDUE);

      assertThat(backups.verify(source, "latest", "far", progress -> {}).holds()).isTrue();
      DrillRecord drill = backups.drill(source, manifest.id(), "schedule");
      assertThat(drill.faults()).isEmpty();
      assertThat(problems(backups, NOW)).isEmpty();
      assertThat(folder.resolve("scratch")).isEmptyDirectory();

      Instant later = NOW.plus(Duration.ofDays(184));
      assertThat(problems(backups, later))
          .containsExactly(
              Code.BACKUP_OVERDUE, Code.RPO_EXCEEDED, Code.VERIFY_OVERDUE, Code.DRILL_OVERDUE);
    }
  }

  @Test
  void restoresFromTheCopyWhereTheFirstTargetIsLost() throws Exception {
    try (Backups backups = open(NOW)) {
      SourceSpec source = backups.config().source("patent-review/documents");
      Manifest manifest = backups.run(source, progress -> {});
      Manifest copied =
          backups.repository("far").manifest("patent-review", "documents", manifest.id());
      assertThat(copied).isEqualTo(manifest);

      backups.restore(
          source, "latest", RecoveryGoal.latest(), folder.resolve("restored"), progress -> {});
      assertThat(folder.resolve("restored/b")).hasContent("two");
    }
  }

  @Test
  void findsDamageAndFailedDrills() throws Exception {
    try (Backups backups = open(NOW)) {
      SourceSpec source = backups.config().source("patent-review/documents");
      Manifest manifest = backups.run(source, progress -> {});
      Path chunk =
          folder.resolve("near").resolve(manifest.folder() + manifest.chunks().get(0).name());
      byte[] bytes = Files.readAllBytes(chunk);
      bytes[bytes.length / 2] ^= 1;
      Files.write(chunk, bytes);

      assertThat(backups.verify(source, "latest", "near", progress -> {}).holds()).isFalse();
      assertThat(backups.drill(source, "latest", "schedule").passed()).isFalse();

      assertThat(problems(backups, NOW)).containsExactly(Code.CONTENT_DAMAGED, Code.DRILL_FAILED);
    }
  }

  @Test
  void givesUpWhatTheRetentionDoesAndNothingThatIsLocked() throws Exception {
    for (int day = 0; day < 12; day++) {
      Instant then = NOW.plus(Duration.ofDays(day));
      try (Backups backups = open(then)) {
        backups.run(backups.config().source("patent-review/documents"), progress -> {});
      }
    }
    Instant now = NOW.plus(Duration.ofDays(11));
    try (Backups backups = open(now)) {
      SourceSpec source = backups.config().source("patent-review/documents");

      PruneRecord would = backups.prune(source, "near", true);
      assertThat(backups.list(source)).hasSize(12);
      PruneRecord pruned = backups.prune(source, "near", false);

      // Seven days are locked; of the older ones the newest of each week and month stay.
      assertThat(pruned.deleted()).hasSize(3).allMatch(id -> id.compareTo("20261202") < 0);
      assertThat(pruned.kept()).isEqualTo(9);
      assertThat(would.deleted()).isEqualTo(pruned.deleted());
      assertThat(backups.list(source)).hasSize(9);
      List<String> records = backups.repository("near").listSigned("prunings/");
      assertThat(backups.repository("near").readSigned(records.get(0)))
          .as("the one record, signed, of what was done")
          .asString(StandardCharsets.UTF_8)
          .contains(pruned.deleted());
      assertThat(records).hasSize(1);
      assertThat(backups.prune(source, "far", false).refused())
          .as("what the target does not let go")
          .isEqualTo(pruned.deleted());
      assertThat(backups.repository("far").list("patent-review", "documents")).hasSize(12);
    }
  }

  @Test
  void namesAllFaultsOfAConfiguration() {
    String yaml =
        yaml()
            .replace("tier: T3", "tier: T9")
            .replace("[near, far]", "[near, moon]")
            .replace("kind: files", "kind: floppy")
            .replace("offsite: true", "offsite: maybe");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> BackupConfig.parse(yaml, "backup.yml", folder))
        .withMessageContainingAll(
            "backup.yml.targets.far.offsite: must be true or false, was maybe",
            "backup.yml.sources[0].tier: must be one of [AUDIT, T1, T2, T3], was \"T9\"",
            "backup.yml.sources[0].targets: \"moon\" is not one of",
            "backup.yml.sources[0].kind: must be one of files, postgresql, mariadb, elasticsearch,"
                + " kafka, zhidun, was \"floppy\"");
  }

  @Test
  void namesTheFaultsOfAnElasticsearch() {
    String yaml =
        yaml()
            .replace(
                "kind: files, path: " + folder + "/documents",
                "kind: elasticsearch, url: 'http://es.example.org:9200', user: u,"
                    + " password-file: /p, indices: ['a*'], repository: /r, binaries: /b, kept: 11");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> BackupConfig.parse(yaml, "backup.yml", folder))
        .withMessageContainingAll(
            "kept: must be a whole number from 0 to 10, was 11",
            "a password goes to another machine over https only");
  }
}
