package io.zhidun.standalone.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The checkpoints of one job on disk. A process that was killed leaves complete ones and perhaps
 * one half written; a complete one has its metadata file, which is written last.
 */
final class Checkpoints {
  private static final String METADATA = "_metadata";

  private final Path folder;

  /**
   * @param folder holds one folder per run of the job
   */
  Checkpoints(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /** The newest complete checkpoint of any run. */
  Optional<Path> newest() throws IOException {
    return complete().stream().findFirst();
  }

  /** Removes the folders of earlier runs, except the one that holds {@code kept}. */
  void forgetRunsBefore(Path kept) throws IOException {
    Path run = kept.getParent();
    try (Stream<Path> runs = Files.list(folder)) {
      for (Path other : runs.filter(Files::isDirectory).filter(r -> !r.equals(run)).toList()) {
        deleteTree(other);
      }
    }
  }

  private List<Path> complete() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, 3)) {
      return files
          .filter(file -> file.getFileName().toString().equals(METADATA))
          .sorted(Comparator.comparing(Checkpoints::modified).reversed())
          .map(Path::getParent)
          .toList();
    }
  }

  private static long modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException goneMeanwhile) {
      return 0;
    }
  }

  static void deleteTree(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
