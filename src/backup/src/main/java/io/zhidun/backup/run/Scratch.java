package io.zhidun.backup.run;

import io.zhidun.backup.executor.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders of drills. */
final class Scratch {
  private Scratch() {}

  static Path create(Path parent, String name) throws IOException {
    return Files.createDirectory(
        parent.resolve("drill-" + name),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  static void delete(Path folder) throws IOException {
    Folders.delete(folder);
  }
}
