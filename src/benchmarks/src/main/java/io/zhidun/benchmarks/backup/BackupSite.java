package io.zhidun.benchmarks.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder with a configuration, keys and one target, worked on by the command line as it ships.
 */
final class BackupSite {
  private final Path checkout;
  private final Path folder;

  BackupSite(Path checkout, Path folder, Path source) throws IOException, InterruptedException {
    this.checkout = checkout;
    this.folder = Files.createDirectories(folder);
    for (String name : List.of("state", "scratch", "store")) {
      Files.createDirectories(folder.resolve(name));
    }
    Files.writeString(
        folder.resolve("backup.yml"),
        """
        installation: bench
        state: %1$s/state
        scratch: %1$s/scratch
        keys: {vault: %1$s/vault, key-file: %1$s/key}
        targets:
          store: {kind: directory, path: %1$s/store}
        sources:
          - {system: bench, name: data, level: 2, tier: T3, targets: [store], kind: files, path: %2$s}
        """
            .formatted(folder, source));
    if (!Files.exists(folder.resolve("vault"))) {
      finish(start("keys", "create"));
    }
  }

  Process start(String... verb) throws IOException {
    Path cli = checkout.resolve("src/cli/target");
    String classPath =
        cli.resolve("classes") + ":" + Files.readString(cli.resolve("runtime.classpath"));
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xmx160m", "-cp", classPath));
    command.addAll(List.of("io.zhidun.cli.Zhidun", "backup", "--config"));
    command.add(folder.resolve("backup.yml").toString());
    command.addAll(List.of(verb));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("out").toFile()))
        .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("words").toFile()))
        .start();
  }

  void finish(Process process) throws IOException, InterruptedException {
    if (process.waitFor() != 0) {
      throw new IOException("a backup verb failed:\n" + Files.readString(folder.resolve("words")));
    }
  }

  Path store() {
    return folder.resolve("store");
  }

  Path folder() {
    return folder;
  }

  /** How many backups show on the target. */
  long visible() throws IOException {
    Path backups = store().resolve("backups");
    if (!Files.isDirectory(backups)) {
      return 0;
    }
    try (var files = Files.walk(backups)) {
      return files.filter(f -> f.getFileName().toString().equals("manifest.json")).count();
    }
  }
}
