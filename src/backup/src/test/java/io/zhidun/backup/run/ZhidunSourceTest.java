package io.zhidun.backup.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.zhidun.backup.drill.Drill;
import io.zhidun.backup.drill.DrillRecord;
import io.zhidun.backup.drill.Trial;
import io.zhidun.backup.executor.RecoveryGoal;
import io.zhidun.backup.executor.SealedKeys;
import io.zhidun.backup.repository.Keys;
import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.repository.Measure;
import io.zhidun.backup.repository.Progress;
import io.zhidun.backup.repository.ProgressMeter;
import io.zhidun.trust.envelope.EnvelopeException;
import io.zhidun.trust.keys.FileKeyVault;
import io.zhidun.trust.keys.KeyLock;
import io.zhidun.trust.keys.KeyShare;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a Zhidun is, backed up while its database is in use, and brought back after all is lost. */
class ZhidunSourceTest {
  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir Path folder;
  private Connection service;
  private Keys keys;
  private List<KeyShare> shares;

  @BeforeEach
  void prepare() throws Exception {
    for (String name : List.of("state", "scratch", "near", "far", "site", "keys", "service")) {
      Files.createDirectory(folder.resolve(name));
    }
    Files.writeString(folder.resolve("site/judge.yml"), "rules: []");
    KeyLock lock = KeyLock.newKeyFile(folder.resolve("keys/key"), RANDOM);
    keys = VaultKeys.of(FileKeyVault.create(folder.resolve("keys/vault"), lock, NOW, RANDOM));
    SealedKeys.Made made = SealedKeys.quorum(3, 5, RANDOM);
    shares = made.shares();
    Files.writeString(folder.resolve("quorum.pem"), made.publicKey().pem());
    service =
        DriverManager.getConnection(
            "jdbc:h2:file:" + folder.resolve("service/zhidun") + ";DB_CLOSE_ON_EXIT=FALSE",
            "zhidun",
            "");
    execute("CREATE TABLE alerts (id INT PRIMARY KEY, words CLOB)");
    execute("INSERT INTO alerts SELECT x, 'alert ' || x FROM system_range(1, 500)");
  }

  @AfterEach
  void close() throws Exception {
    service.close();
  }

  private void execute(String sql) throws Exception {
    try (Statement statement = service.createStatement()) {
      statement.execute(sql);
    }
  }

  private Backups open() throws IOException {
    String yaml =
        """
        installation: office-a
        state: %1$s/state
        scratch: %1$s/scratch
        keys: {vault: %1$s/keys/vault, key-file: %1$s/keys/key}
        targets:
          near: {kind: directory, path: %1$s/near}
          far: {kind: directory, path: %1$s/far, offsite: true}
        sources:
          - {system: zhidun, name: state, tier: T2, targets: [near, far], kind: zhidun,
             database: %1$s/service/zhidun, folders: {site: %1$s/site}, keys: {own: %1$s/keys},
             quorum: %1$s/quorum.pem,
             checks: [{database: zhidun, sql: "SELECT MAX(id) FROM alerts", expect: "500"}]}
        """
            .formatted(folder);
    BackupConfig config = BackupConfig.parse(yaml, "backup.yml", folder);
    return new Backups(config, keys, Clock.fixed(NOW, ZoneOffset.UTC), RANDOM);
  }

  private static SourceSpec source(Backups backups) {
    return backups.config().source("zhidun/state");
  }

  @Test
  void comesBackAsAWholeFromADrillAndItsKeysFromThreeOfFivePeople() throws Exception {
    try (Backups backups = open()) {
      Manifest manifest = backups.run(source(backups), progress -> {});
      execute("INSERT INTO alerts VALUES (501, 'after the backup')");
      assertThat(manifest.facts().measures())
          .extracting(Measure::name)
          .containsExactly("folder.site", "database.ALERTS", "keys");
      assertThat(manifest.facts().measures().get(1).rows()).isEqualTo(500);

      List<Progress> told = new java.util.ArrayList<>();
      DrillRecord drill = backups.drill(source(backups), "latest", "schedule", told::add);
      assertThat(drill.faults()).isEmpty();
      assertThat(told.get(told.size() - 1).done()).isEqualTo(manifest.plainBytes());
      assertThat(told.get(told.size() - 1).total()).hasValue(manifest.plainBytes());
      assertThat(drill.checks()).allMatch(DrillRecord.CheckResult::holds);

      Path into = folder.resolve("restored");
      backups.restore(source(backups), "latest", RecoveryGoal.latest(), into, progress -> {});
      assertThat(into.resolve("site/judge.yml")).hasContent("rules: []");
      Path sealed = into.resolve("keys").resolve(SealedKeys.FILE);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SealedKeys.open(sealed, shares.subList(0, 2), folder.resolve("no")))
          .withMessage("3 shares are needed, 2 were given");
      SealedKeys.Made other = SealedKeys.quorum(3, 5, RANDOM);
      assertThatIOException()
          .isThrownBy(() -> SealedKeys.open(sealed, other.shares(), folder.resolve("no")))
          .isInstanceOf(EnvelopeException.class);
      SealedKeys.open(sealed, shares.subList(2, 5), folder.resolve("opened"));
      assertThat(folder.resolve("opened/own/vault"))
          .hasBinaryContent(Files.readAllBytes(folder.resolve("keys/vault")));
      assertThat(folder.resolve("opened/own/key"))
          .hasBinaryContent(Files.readAllBytes(folder.resolve("keys/key")));
    }
  }

  @Test
  void opensTheBackupsAfterAllKeysAreLost() throws Exception {
    String id;
    try (Backups backups = open()) {
      id = backups.run(source(backups), progress -> {}).id();
    }
    byte[] key = Files.readAllBytes(folder.resolve("keys/key"));
    Files.delete(folder.resolve("keys/key"));
    Files.delete(folder.resolve("keys/vault"));
    try (Stream<Path> all = Files.walk(folder.resolve("far"))) {
      assertThat(all.filter(Files::isRegularFile))
          .as("no object holds the key that opens the vault")
          .noneMatch(file -> text(file).contains(new String(key, StandardCharsets.ISO_8859_1)));
    }

    SealedKeys.open(
        folder.resolve("far/keys/zhidun/state/" + id + ".sealed"),
        shares.subList(0, 3),
        folder.resolve("opened"));

    keys =
        VaultKeys.of(
            FileKeyVault.open(
                folder.resolve("opened/own/vault"),
                KeyLock.keyFile(folder.resolve("opened/own/key")),
                RANDOM));
    try (Backups backups = open()) {
      assertThat(backups.verify(source(backups), id, "far", progress -> {}).holds()).isTrue();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aDrillFindsALostAlertAndAChangedRuleAndChangedKeys() throws Exception {
    try (Backups backups = open()) {
      SourceSpec source = source(backups);
      Manifest manifest = backups.run(source, progress -> {});
      Trial honest = source.kind().trial(new Logs(backups.archive(source), backups.binlog(source)));
      Trial losing =
          (repo, backup, scratch, watch, progress) -> {
            Trial.Restored restored = honest.restore(repo, backup, scratch, watch, progress);
            lose(scratch.resolve("zhidun"));
            return restored;
          };

      DrillRecord drill =
          new Drill(backups.first(source), Clock.systemUTC())
              .run(
                  "d1",
                  "schedule",
                  manifest,
                  backups.config().policies().tier("T2"),
                  losing,
                  source.checks(),
                  Instant.now(),
                  Files.createDirectory(folder.resolve("scratch/d1")),
                  ProgressMeter.silent());

      assertThat(drill.faults())
          .containsExactly(
              "folder.site has the same number of rows and another content",
              "database.ALERTS has 499 rows of 500",
              "keys has the same number of rows and another content");
    }
  }

  private static void lose(Path restored) throws IOException {
    Files.writeString(restored.resolve("site/judge.yml"), "rules: 1");
    Path sealed = restored.resolve("keys").resolve(SealedKeys.FILE);
    byte[] bytes = Files.readAllBytes(sealed);
    bytes[bytes.length / 2] ^= 1;
    Files.write(sealed, bytes);
    String url = "jdbc:h2:file:" + restored.resolve("database/zhidun") + ";IFEXISTS=TRUE";
    try (Connection connection = DriverManager.getConnection(url, "zhidun", "");
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM alerts WHERE id = 7");
    } catch (java.sql.SQLException e) {
      throw new IOException(e);
    }
  }

  @Test
  void refusesAFolderThatWouldTakeTheKeysAlong() throws Exception {
    Files.createSymbolicLink(folder.resolve("alias"), folder.resolve("keys"));
    for (String taken : List.of("keys", "alias", "service")) {
      try (Backups backups = open()) {
        SourceKind.Zhidun kind = (SourceKind.Zhidun) source(backups).kind();
        SourceSpec wrong = with(source(backups), kind, folder.resolve(taken));
        assertThatIOException()
            .isThrownBy(() -> backups.run(wrong, progress -> {}))
            .withMessageContaining("the folder " + folder.resolve(taken) + " holds the");
      }
    }
  }

  private static SourceSpec with(SourceSpec source, SourceKind.Zhidun kind, Path site) {
    return new SourceSpec(
        source.system(),
        source.name(),
        source.level(),
        source.tier(),
        source.targets(),
        new SourceKind.Zhidun(
            kind.database(),
            kind.user(),
            kind.passwordFile(),
            new java.util.TreeMap<>(java.util.Map.of("site", site)),
            kind.keys(),
            kind.quorum(),
            kind.work()),
        source.checks());
  }
}
