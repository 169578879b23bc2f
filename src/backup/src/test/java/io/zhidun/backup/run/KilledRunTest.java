package io.zhidun.backup.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.backup.executor.FilesExecutor;
import io.zhidun.backup.executor.RecoveryGoal;
import io.zhidun.backup.repository.Measure;
import io.zhidun.backup.repository.TestRepository;
import io.zhidun.trust.keys.FileKeyVault;
import io.zhidun.trust.keys.KeyLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed as {@code kill -9} does, in the middle of their work. */
class KilledRunTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir Path folder;
  private Measure truth;

  /** What the child process does: {@code run} or {@code restore} of the only source. */
  public static final class Child {
    private Child() {}

    public static void main(String[] args) throws Exception {
      BackupConfig config = BackupConfig.read(Path.of(args[0]));
      try (Backups backups =
          new Backups(
              config, VaultKeys.of(VaultKeys.open(config, RANDOM)), Clock.systemUTC(), RANDOM)) {
        SourceSpec source = config.sources().get(0);
        if (args[1].equals("run")) {
          backups.run(source, progress -> {});
        } else {
          backups.restore(
              source, "latest", RecoveryGoal.latest(), Path.of(args[2]), progress -> {});
        }
      }
    }
  }

  @BeforeEach
  void prepare() throws IOException {
    for (String name : List.of("state", "scratch", "store", "data")) {
      Files.createDirectory(folder.resolve(name));
    }
    for (int file = 0; file < 12; file++) {
      Files.write(folder.resolve("data/f" + file), TestRepository.content(5_000_000, file));
    }
    truth = FilesExecutor.measure(folder.resolve("data"));
    Files.writeString(
        folder.resolve("backup.yml"),
        """
        installation: office-a
        state: %1$s/state
        scratch: %1$s/scratch
        keys: {vault: %1$s/vault, key-file: %1$s/key}
        targets:
          store: {kind: directory, path: %1$s/store}
        sources:
          - {system: bench, name: data, tier: T3, targets: [store], kind: files, path: %1$s/data}
        """
            .formatted(folder));
    KeyLock lock = KeyLock.newKeyFile(folder.resolve("key"), RANDOM);
    FileKeyVault.create(folder.resolve("vault"), lock, Instant.now(), RANDOM);
  }

  private Process start(String... what) throws IOException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Child.class.getName(),
                    folder.resolve("backup.yml").toString()),
                Stream.of(what))
            .toList();
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("words").toFile())
        .start();
  }

  private void finish(Process process) throws Exception {
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("words"))).isZero();
  }

  @Test
  void goesOnWithABackupThatWasKilledAndShowsNothingBefore() throws Exception {
    Process process = start("run");
    awaitFiles("store", 4, process);
    process.destroyForcibly().waitFor();
    assertThat(names("store")).noneMatch(name -> name.equals("manifest.json"));
    long stored = names("store").stream().filter(name -> name.startsWith("chunk-")).count();

    finish(start("run"));

    assertThat(names("store").stream().filter(name -> name.startsWith("chunk-")).count())
        .as("what was stored before was not stored again, but for what was under way")
        .isLessThanOrEqualTo(8 + 2)
        .isGreaterThanOrEqualTo(stored);
    finish(start("restore", folder.resolve("out").toString()));
    assertThat(FilesExecutor.measure(folder.resolve("out"))).isEqualTo(truth);
  }

  @Test
  void goesOnWithARestoreThatWasKilledAndShowsNothingBefore() throws Exception {
    finish(start("run"));
    Path out = folder.resolve("out");
    Process process = start("restore", out.toString());
    awaitFiles(".out.restoring", 7, process);
    process.destroyForcibly().waitFor();
    assertThat(out).doesNotExist();

    finish(start("restore", out.toString()));

    assertThat(FilesExecutor.measure(out)).isEqualTo(truth);
    assertThat(folder.resolve(".out.restoring")).doesNotExist();
  }

  private List<String> names(String name) throws IOException {
    Path root = folder.resolve(name);
    if (Files.notExists(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** Waits until the process has made some files, and is still at work. */
  private void awaitFiles(String name, int count, Process process) throws Exception {
    for (int look = 0; look < 6000 && process.isAlive(); look++) {
      try {
        long files = names(name).stream().filter(n -> n.matches("chunk-.*|f[0-9]+")).count();
        if (files >= count) {
          assertThat(process.isAlive()).isTrue();
          return;
        }
      } catch (java.io.UncheckedIOException e) {
        // A file went away between two looks.
      }
      process.waitFor(5, TimeUnit.MILLISECONDS);
    }
    throw new AssertionError("it ended too soon: " + Files.readString(folder.resolve("words")));
  }
}
