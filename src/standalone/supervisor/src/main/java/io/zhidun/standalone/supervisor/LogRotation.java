package io.zhidun.standalone.supervisor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Bounds the log of a part. The process itself appends to the file, so that it goes on when the
 * supervisor was killed; hence the file is copied away and truncated, never renamed. Lines written
 * in the instant between the two are lost, which a part's talk can bear and its records never see.
 *
 * @param limit size at which a file is rotated
 * @param kept how many old files stay, as NAME.1 (the newest), NAME.2, …
 */
record LogRotation(long limit, int kept) {
  static final LogRotation STANDARD = new LogRotation(16L << 20, 3);

  LogRotation {
    if (limit < 1 || kept < 1) {
      throw new IllegalArgumentException(
          "limit and kept must be at least 1, were %d and %d".formatted(limit, kept));
    }
  }

  void rotate(Path log) throws IOException {
    if (!Files.exists(log) || Files.size(log) < limit) {
      return;
    }
    for (int i = kept; i > 1; i--) {
      Path newer = numbered(log, i - 1);
      if (Files.exists(newer)) {
        Files.move(newer, numbered(log, i), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.copy(log, numbered(log, 1), StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
      channel.truncate(0);
    }
  }

  private static Path numbered(Path log, int number) {
    return log.resolveSibling(log.getFileName() + "." + number);
  }
}
