package io.zhidun.simulator.fault;

import io.zhidun.events.Json;
import io.zhidun.simulator.estate.Capability;
import io.zhidun.simulator.log.LogFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The file that says which faults were: one JSON object a line, written when a fault is over. */
public final class FaultTruth implements Closeable {
  private static final LogFile.Rotation NEVER = new LogFile.Rotation(Long.MAX_VALUE, 1);
  private static final Pattern NUMBER = Pattern.compile("\\{\"id\":\"fault-(\\d{1,9})-.*");

  private final LogFile file;
  private final int first;

  /** Opens the file; what it holds of an earlier run stays. */
  public FaultTruth(Path path) throws IOException {
    first = Files.exists(path) ? next(path) : 0;
    file = new LogFile(path, NEVER, true);
  }

  /**
   * A line of the file.
   *
   * @param id as the schedule gave it
   * @param cause the component that broke
   * @param kind what sort of component that is
   * @param host where it stands
   * @param started when it broke
   * @param felt when people began to feel it
   * @param finished when it was mended
   * @param capabilities what people could not do, or only badly
   * @param ipv6Only whether only clients with IPv6 felt it
   * @param attacker address of who caused it, or null where nobody did
   */
  public record Line(
      String id,
      String fault,
      String cause,
      String kind,
      String host,
      Instant started,
      Instant felt,
      Instant finished,
      List<String> capabilities,
      boolean ipv6Only,
      @Nullable String attacker) {
    /** The line of a fault. */
    public static Line of(Fault fault, @Nullable String attacker) {
      return new Line(
          fault.id(),
          fault.kind().id(),
          fault.target().id(),
          fault.target().kind().id(),
          fault.host(),
          fault.start(),
          fault.felt().isAfter(fault.end()) ? fault.end() : fault.felt(),
          fault.end(),
          fault.kind().capabilities(fault.target()).stream().map(Capability::id).toList(),
          fault.kind() == FaultKind.LOST_IPV6_ROUTE,
          attacker);
    }
  }

  /** Number of the first fault that the file does not hold. */
  public int first() {
    return first;
  }

  private static int next(Path path) throws IOException {
    try (Stream<String> lines = Files.lines(path)) {
      return lines
          .map(NUMBER::matcher)
          .filter(Matcher::matches)
          .mapToInt(number -> Integer.parseInt(number.group(1)) + 1)
          .max()
          .orElse(0);
    }
  }

  /** Writes a fault that is over. */
  public void write(Line line) {
    file.line(Json.mapper().writeValueAsString(line));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
