package io.zhidun.grafana;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the module's files are; tests run in its folder. */
final class Folder {
  static final Path BOARDS = Path.of("boards").toAbsolutePath();
  static final Path RULES = Path.of("rules").toAbsolutePath();
  static final Path TESTS = Path.of("tests").toAbsolutePath();

  private Folder() {}

  static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
