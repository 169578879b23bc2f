package io.zhidun.standalone.supervisor;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Tells a person, a line each, what became of the parts since the last look. */
final class Progress {
  private static final String AGAIN = "  %-14s %s; is started again (log: %s)%n";

  private final Installation at;
  private final PrintWriter out;
  private final Map<String, PartState> seen = new HashMap<>();

  Progress(Installation at, PrintWriter out) {
    this.at = at;
    this.out = out;
  }

  void look(State state) {
    for (PartStatus part : state.parts()) {
      if (seen.put(part.name(), part.state()) != part.state()) {
        tell(part);
      }
    }
    out.flush();
  }

  private void tell(PartStatus part) {
    switch (part.state()) {
      case RUNNING -> out.printf(Locale.ROOT, "  %-14s ready%s%n", part.name(), took(part));
      case BACKOFF -> out.printf(AGAIN, part.name(), part.detail(), at.log(part.name()));
      case FAILED -> out.printf("  %-14s %s%n", part.name(), part.detail());
      case WAITING, STARTING, STOPPING, STOPPED -> {}
    }
  }

  private static String took(PartStatus part) {
    Long millis = part.readyMillis();
    return millis == null ? "" : String.format(Locale.ROOT, " in %.1f s", millis / 1_000.0);
  }
}
