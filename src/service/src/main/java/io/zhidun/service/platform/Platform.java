package io.zhidun.service.platform;

import com.fasterxml.jackson.annotation.JsonValue;
import io.zhidun.service.intake.IntakeMeter.Delay;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the platform itself is. A figure that is not known is null, never zero.
 *
 * @param endToEndMillis from receiving an event to its alert being stored
 * @param gaps sequence numbers that never came
 */
public record Platform(
    Health state,
    List<Part> parts,
    @Nullable Double eventsPerSecond,
    @Nullable Delay endToEndMillis,
    List<Hop> hops,
    @Nullable Long gaps,
    Instant updatedAt) {
  public Platform {
    parts = List.copyOf(parts);
    hops = List.copyOf(hops);
  }

  /** Whether the platform does its work. */
  public enum Health {
    OK,
    DEGRADED,
    DOWN;

    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A supervised process, as the supervisor describes it. */
  public record Part(
      String name,
      String state,
      @Nullable Long pid,
      @Nullable Integer port,
      @Nullable Long memoryBytes,
      @Nullable Instant since,
      long restarts,
      @Nullable String detail) {
    /** The supervisor's finer states in the words of the interface. */
    public Part {
      state =
          switch (state) {
            case "waiting" -> "starting";
            case "stopping" -> "stopped";
            default -> state;
          };
      pid = pid != null && pid == 0 ? null : pid;
    }

    boolean running() {
      return state.equals("running");
    }
  }

  /** What one hop counted since it started. */
  public record Hop(
      String name,
      @Nullable Long in,
      @Nullable Long out,
      @Nullable Long rejected,
      @Nullable Long lag) {}
}
