package io.zhidun.simulator.posture;

import io.zhidun.events.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What somebody changed of a running system: the file {@value #FILE} in its folder, by object. So a
 * demonstration, or a test, breaks something and mends it again.
 *
 * <ul>
 *   <li>object, check, value: what the object reports of itself
 *   <li>object, {@code logs}: {@code silent} and {@code clock_ahead_seconds} of its log
 *   <li>system, {@code tls}: {@code old_versions}, whether its endpoint takes them
 * </ul>
 */
public final class PostureChanges {
  static final String FILE = "posture-changes.json";

  private static final long MOST_BYTES = 1 << 20;
  private static final long MOST_SECONDS = 86_400;
  private static final JsonNode NOTHING = Json.mapper().createObjectNode();

  private final Path file;

  /**
   * @param folder of the system
   */
  public PostureChanges(Path folder) {
    this.file = folder.resolve(FILE);
  }

  /** All of them, by object; empty where there are none, or where the file is half written. */
  JsonNode now() throws IOException {
    try {
      if (Files.size(file) > MOST_BYTES) {
        return NOTHING;
      }
      return Json.mapper().readTree(Files.readString(file));
    } catch (NoSuchFileException e) {
      return NOTHING;
    } catch (JacksonException e) {
      // Somebody is still writing it; the next look reads it whole.
      return NOTHING;
    }
  }

  /** Whether an object sends no logs. */
  static boolean isSilent(JsonNode changes, String object) {
    return changes.path(object).path("logs").path("silent").asBoolean(false);
  }

  /** How far an object's clock is ahead, at most a day; negative where it is behind. */
  static Duration ahead(JsonNode changes, String object) {
    long seconds = changes.path(object).path("logs").path("clock_ahead_seconds").asLong(0);
    return Duration.ofSeconds(Math.max(-MOST_SECONDS, Math.min(MOST_SECONDS, seconds)));
  }

  /** Whether a system's endpoint takes versions of TLS that are no longer to be used. */
  public boolean takesOldVersions(String system) {
    try {
      return now().path(system).path("tls").path("old_versions").asBoolean(false);
    } catch (IOException e) {
      return false;
    }
  }
}
