package io.zhidun.backup.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Remembers why the last attempt at a source failed, until one succeeds. */
final class Outcomes {
  private final Path file;

  Outcomes(Path state, SourceSpec source) {
    this.file = state.resolve(source.system() + '.' + source.name() + ".failure");
  }

  void succeeded() throws IOException {
    Files.deleteIfExists(file);
  }

  void failed(Instant at, String words) throws IOException {
    Files.writeString(file, at + " " + words);
  }

  Optional<String> failure() throws IOException {
    return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
  }
}
