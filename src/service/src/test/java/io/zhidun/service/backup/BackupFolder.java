package io.zhidun.service.backup;

import io.zhidun.backup.run.BackupConfig;
import io.zhidun.backup.run.VaultKeys;
import io.zhidun.trust.keys.KeyLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/** An installation of backups in a folder: two targets, one source of files. */
public final class BackupFolder {
  private final Path folder;
  private final Instant now;
  private String system = "patent-review";
  private String source = "documents";
  private String tier = "T3";

  private BackupFolder(Path folder, Instant now) {
    this.folder = folder;
    this.now = now;
  }

  public static BackupFolder at(Path folder, Instant now) {
    return new BackupFolder(folder, now);
  }

  public BackupFolder withSource(String ofSystem, String name, String ofTier) {
    system = ofSystem;
    source = name;
    tier = ofTier;
    return this;
  }

  /** Sources of the test's own, each a line of {@code backup.yml}, instead of the files. */
  public Path write(List<String> sources) throws IOException {
    Path file = write();
    String text = Files.readString(file);
    String begin = text.substring(0, text.indexOf("sources:"));
    Files.writeString(file, begin + "sources:\n  - " + String.join("\n  - ", sources) + "\n");
    return file;
  }

  /** Makes folders, files, keys and the configuration, whose path it gives. */
  public Path write() throws IOException {
    for (String name : List.of("state", "scratch", "near", "far", "documents")) {
      Files.createDirectory(folder.resolve(name));
    }
    Files.writeString(folder.resolve("documents/a"), "one");
    Files.writeString(folder.resolve("documents/b"), "two");
    Path file = folder.resolve("backup.yml");
    Files.writeString(
        file,
        """
        installation: office-a
        state: %1$s/state
        scratch: %1$s/scratch
        keys: {vault: %1$s/vault, key-file: %1$s/key}
        targets:
          near: {kind: directory, path: %1$s/near}
          far: {kind: directory, path: %1$s/far, offsite: true, append-only: true, medium: tape}
        sources:
          - {system: %2$s, name: %3$s, level: 2, tier: %4$s, targets: [near, far],
             kind: files, path: %1$s/documents}
        """
            .formatted(folder, system, source, tier));
    SecureRandom random = new SecureRandom();
    KeyLock.newKeyFile(folder.resolve("key"), random);
    VaultKeys.create(BackupConfig.read(file), now, random);
    return file;
  }
}
