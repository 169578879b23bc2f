package io.zhidun.service.continuity;

import io.zhidun.events.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The figures of GB/T 20988 that levels are judged by: data with a version, which an office
 * corrects by a file of its own.
 *
 * @param levels 1 to 6, in this order, none asking for less than the one before
 */
record RecoveryLevels(String version, String source, List<Level> levels) {
  private static final int MOST_BYTES = 64 * 1024;

  RecoveryLevels {
    levels = List.copyOf(levels);
    for (int i = 0; i < levels.size(); i++) {
      if (levels.get(i).level() != i + 1) {
        throw new IllegalArgumentException(
            "levels must be 1 to 6 in this order, found " + levels.get(i).level());
      }
    }
    if (levels.size() != 6) {
      throw new IllegalArgumentException("there must be six levels, found " + levels.size());
    }
  }

  /**
   * What a level asks for. Ranks of what a plan declares: 0 nothing, 1 reserved or in part, 2 whole
   * and ready, 3 switched by itself.
   *
   * @param rpo most work that may be lost
   * @param rto longest time until the service is back; null for no bound
   * @param nodes servers that are ready at the same time
   */
  record Level(
      int level,
      Duration rpo,
      @Nullable Duration rto,
      boolean offsite,
      boolean realTime,
      int nodes,
      int equipment,
      int network,
      int site,
      int support,
      int operations) {}

  static RecoveryLevels shipped() {
    try (InputStream in = RecoveryLevels.class.getResourceAsStream("levels.json")) {
      return read(Objects.requireNonNull(in, "levels.json").readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException("cannot read levels.json", e);
    }
  }

  /**
   * An office's own figures.
   *
   * @throws IOException naming the file and what is wrong with it
   */
  static RecoveryLevels of(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException(file + " must have at most " + MOST_BYTES + " bytes");
    }
    try {
      return read(Files.readAllBytes(file));
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static RecoveryLevels read(byte[] json) {
    return Json.mapper().readValue(json, RecoveryLevels.class);
  }
}
