package io.zhidun.cli;

import io.zhidun.events.RawRecord;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What must be said of lines that no collector received. */
final class InputOptions {
  @Option(names = "--zone", defaultValue = "UTC", description = "zone of times that carry none")
  private String zone = "UTC";

  @Option(
      names = "--received",
      description = "ISO 8601 time of receipt, from which years are inferred; now by default")
  private @Nullable Instant received;

  private long receivedMicros;

  /** Line {@code number} of an input, as if a collector had received it. */
  RawRecord raw(String format, byte[] line, long number) {
    return new RawRecord(format, "cli", "input", 0, number, receivedMicros, null, zone, line);
  }

  /** Checks the options; to be called once, before the first line. */
  void check(Instant now) {
    try {
      ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      throw new UsageFault("--zone \"" + zone + "\" is no time zone");
    }
    Instant at = received == null ? now : received;
    receivedMicros = at.getEpochSecond() * 1_000_000 + at.getNano() / 1000;
  }
}
