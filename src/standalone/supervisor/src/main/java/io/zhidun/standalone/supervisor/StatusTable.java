package io.zhidun.standalone.supervisor;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/** The state of an installation as a table for people. */
final class StatusTable {
  private static final String ROW = "%-14s %-9s %8s %6s %9s  %s%n";

  private final InstantSource clock;

  StatusTable(InstantSource clock) {
    this.clock = clock;
  }

  void print(State state, PrintWriter out) {
    out.printf(ROW, "PART", "STATE", "PID", "PORT", "MEMORY", "SINCE");
    long memory = state.supervisor().memoryBytes();
    for (PartStatus part : state.parts()) {
      print(part, out);
      memory += part.memoryBytes();
    }
    out.printf("%nTogether %s with the supervisor. Console: %s%n", bytes(memory), state.console());
  }

  private void print(PartStatus part, PrintWriter out) {
    String since = StatusCommand.since(Duration.between(part.since(), clock.instant()));
    out.printf(
        ROW,
        part.name(),
        part.state().text(),
        part.pid() == 0 ? "-" : part.pid(),
        part.port(),
        bytes(part.memoryBytes()),
        since + remarks(part));
  }

  private static String remarks(PartStatus part) {
    String restarts = part.restarts() == 0 ? "" : ", restarts: " + part.restarts();
    return restarts + (part.detail().isEmpty() ? "" : ", " + part.detail());
  }

  private static String bytes(long bytes) {
    return String.format(Locale.ROOT, "%d MiB", bytes >> 20);
  }
}
