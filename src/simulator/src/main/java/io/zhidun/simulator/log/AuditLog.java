package io.zhidun.simulator.log;

import io.zhidun.events.Json;
import java.time.Clock;
import java.time.format.DateTimeFormatter;

/** The audit trail of a system: one JSON object a line. */
public final class AuditLog {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");

  private final LogFile file;
  private final Clock clock;

  /**
   * @param clock its zone's offset is the one written
   */
  public AuditLog(LogFile file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  /** The time to be written into a record that happens now. */
  public String timestamp() {
    return TIME.format(clock.instant().atZone(clock.getZone()));
  }

  public void write(AuditRecord record) {
    file.line(Json.mapper().writeValueAsString(record));
  }
}
