package io.zhidun.backup.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Remembers when all that a source had written was stored last. A source that writes nothing ends
 * no file of its log, and would look later and later.
 */
final class Quiet {
  private final Path file;

  Quiet(Path state, SourceSpec source) {
    this.file = state.resolve(source.system() + '.' + source.name() + ".quiet");
  }

  void note(Instant at) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(part, at.toString());
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** When that was, null where it is not known. */
  @Nullable Instant last() throws IOException {
    if (!Files.exists(file)) {
      return null;
    }
    String text = Files.readString(file).strip();
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IOException(file + " must hold a time, held \"" + text + '"', e);
    }
  }
}
