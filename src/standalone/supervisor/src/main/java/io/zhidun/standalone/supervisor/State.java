package io.zhidun.standalone.supervisor;

import io.zhidun.events.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * What the supervisor says about the installation, each second, in {@code run/state.json}.
 *
 * @param updated when it was said
 * @param supervisor who said it
 * @param demo whether the demonstration runs beside the platform
 * @param console address of the console
 */
record State(
    Instant updated, Speaker supervisor, boolean demo, String console, List<PartStatus> parts) {
  /** The supervisor's own process. */
  record Speaker(long pid, long started, long memoryBytes) {
    ProcessIdentity identity() {
      return new ProcessIdentity(pid, started);
    }
  }

  State {
    parts = List.copyOf(parts);
  }

  String toJson() {
    return Json.mapper().writeValueAsString(this);
  }

  static State fromJson(String json) throws IOException {
    try {
      return Json.mapper().readValue(json, State.class);
    } catch (JacksonException e) {
      throw new IOException("not the state of an installation: " + e.getOriginalMessage(), e);
    }
  }

  /** The last state that was written, if there is a readable one. */
  static Optional<State> load(Path file) {
    try {
      return Optional.of(fromJson(Files.readString(file)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether every part is well. */
  boolean isReady() {
    return !parts.isEmpty() && parts.stream().allMatch(part -> part.state() == PartState.RUNNING);
  }
}
