package io.zhidun.service.platform;

import io.zhidun.events.Json;
import io.zhidun.service.platform.Platform.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What the supervisor writes each second.
 *
 * @param updated when it was written
 */
record SupervisorState(@Nullable Instant updated, @Nullable List<Part> parts) {
  private static final long MAX_BYTES = 256 * 1024;

  /** The state, or empty if the file is missing or cannot be read. */
  static Optional<SupervisorState> read(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
        return Optional.empty();
      }
      return Optional.ofNullable(
          Json.mapper().readValue(Files.readString(file), SupervisorState.class));
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    }
  }

  List<Part> known() {
    return parts == null ? List.of() : parts;
  }
}
