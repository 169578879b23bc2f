package io.zhidun.simulator.log;

import java.time.Clock;
import java.time.format.DateTimeFormatter;

/** What a system says about itself, as text with time, level and component. */
public final class ApplicationLog {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

  private final LogFile file;
  private final Clock clock;

  public ApplicationLog(LogFile file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  public void info(String component, String message) {
    write("INFO ", component, message);
  }

  public void warn(String component, String message) {
    write("WARN ", component, message);
  }

  public void error(String component, String message) {
    write("ERROR", component, message);
  }

  /** Control characters would let a client forge lines; they are written as spaces. */
  private void write(String level, String component, String message) {
    String time = TIME.format(clock.instant().atZone(clock.getZone()));
    String safe = message.replaceAll("\\p{Cntrl}", " ");
    file.line(time + " " + level + " [" + component + "] " + safe);
  }
}
