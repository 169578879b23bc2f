package io.zhidun.simulator.fault;

import io.zhidun.events.Json;
import io.zhidun.simulator.estate.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Which faults come when after the start.
 *
 * @param lines in the order written
 */
public record FaultScript(List<Line> lines) {
  /** Nothing goes wrong. */
  public static final FaultScript NONE = new FaultScript(List.of());

  private static final Duration EACH = Duration.ofMinutes(3);
  private static final int MOST_LINES = 200;
  private static final long MOST_BYTES = 1L << 20;

  public FaultScript {
    lines = List.copyOf(lines);
  }

  /**
   * A fault to come.
   *
   * @param target where, or null for the usual component
   * @param at time after the start
   * @param length how long it lasts
   */
  public record Line(FaultKind kind, @Nullable Component target, Duration at, Duration length) {
    Component where() {
      return target == null ? kind.targets().get(0) : target;
    }
  }

  /** A line of the file as it is written. */
  private record Written(
      @Nullable String fault,
      @Nullable String target,
      @Nullable String at,
      @Nullable String length) {}

  /**
   * @param text {@code none}, {@code all} (each for three minutes, three minutes apart), faults
   *     with commas as {@code slow-database:filing-db@PT2M+PT5M}, or the path of a file with one
   *     {@code {"fault":…,"target":…,"at":…,"length":…}} a line
   * @throws IllegalArgumentException naming what cannot be understood, and where
   */
  public static FaultScript parse(String text) throws IOException {
    if (text.equals("none")) {
      return NONE;
    }
    if (text.equals("all")) {
      return all();
    }
    Path file = Path.of(text);
    if (text.indexOf('@') < 0 && Files.isRegularFile(file)) {
      return read(file);
    }
    List<Line> lines = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      lines.add(inline(part.strip()));
    }
    return new FaultScript(lines);
  }

  private static FaultScript all() {
    List<Line> lines = new ArrayList<>();
    Duration at = EACH;
    for (FaultKind kind : FaultKind.values()) {
      lines.add(new Line(kind, null, at, EACH));
      at = at.plus(EACH.multipliedBy(2));
    }
    return new FaultScript(lines);
  }

  private static Line inline(String text) {
    int at = text.indexOf('@');
    int plus = text.indexOf('+', at);
    if (at < 0 || plus < 0) {
      throw new IllegalArgumentException(
          "fault \"" + text + "\" is not of the form name@PT2M+PT5M or name:component@PT2M+PT5M");
    }
    String name = text.substring(0, at);
    int colon = name.indexOf(':');
    String target = colon < 0 ? null : name.substring(colon + 1);
    return line(
        colon < 0 ? name : name.substring(0, colon),
        target,
        text.substring(at + 1, plus),
        text.substring(plus + 1),
        text);
  }

  private static FaultScript read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IllegalArgumentException(file + " is larger than 1 MiB");
    }
    List<Line> lines = new ArrayList<>();
    List<String> written = Files.readAllLines(file);
    for (int i = 0; i < written.size(); i++) {
      if (!written.get(i).isBlank()) {
        lines.add(fromJson(written.get(i), file + ":" + (i + 1)));
      }
    }
    if (lines.size() > MOST_LINES) {
      throw new IllegalArgumentException(file + " has more than " + MOST_LINES + " faults");
    }
    return new FaultScript(lines);
  }

  private static Line fromJson(String json, String place) {
    Written written;
    try {
      written = Json.mapper().readValue(json, Written.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(place + ": " + e.getOriginalMessage(), e);
    }
    if (written.fault() == null || written.at() == null || written.length() == null) {
      throw new IllegalArgumentException(place + ": fault, at and length must be given");
    }
    return line(written.fault(), written.target(), written.at(), written.length(), place);
  }

  private static Line line(
      String fault, @Nullable String target, String at, String length, String place) {
    try {
      FaultKind kind = FaultKind.named(fault);
      Component where = target == null ? null : Component.named(target);
      return new Line(kind, where, Duration.parse(at), Duration.parse(length));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
    }
  }

  /** Puts all faults on a schedule. */
  public void plan(FaultSchedule schedule, Instant start) {
    for (Line line : lines) {
      schedule.add(line.kind(), line.where(), start.plus(line.at()), line.length());
    }
  }
}
