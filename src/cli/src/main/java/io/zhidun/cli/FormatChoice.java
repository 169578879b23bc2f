package io.zhidun.cli;

import io.zhidun.events.Event;
import io.zhidun.stream.normalize.Formats;
import io.zhidun.stream.normalize.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line by a named format, or by whichever fits. With {@code auto} the format that read the
 * last line is tried first, as lines of one file mostly are of one kind.
 */
final class FormatChoice {
  static final String AUTO = "auto";

  /** The order matters: a JSON line is no syslog line, but nearly any line may be one. */
  private static final List<String> TRIED = List.of("ip-audit", "json", "nginx-access", "syslog");

  private final Normalizer normalizer;
  private final InputOptions input;
  private final List<String> candidates;

  FormatChoice(String format, InputOptions input) {
    Formats formats = Formats.shipped();
    if (!format.equals(AUTO) && !formats.names().contains(format)) {
      throw new UsageFault(
          "--format \"" + format + "\" is not one of auto, " + String.join(", ", formats.names()));
    }
    this.normalizer = Normalizer.of(formats);
    this.input = input;
    this.candidates = new ArrayList<>(format.equals(AUTO) ? TRIED : List.of(format));
  }

  /** Fills the event; null, or why the line cannot be read. */
  @Nullable String read(byte[] line, long number, Event event) {
    String first = null;
    for (int i = 0; i < candidates.size(); i++) {
      String fault = fault(candidates.get(i), line, number, event);
      if (fault == null) {
        candidates.add(0, candidates.remove(i));
        return null;
      }
      first = first == null ? fault : first;
    }
    return candidates.size() > 1 ? "no format fits the line" : first;
  }

  private @Nullable String fault(String format, byte[] line, long number, Event event) {
    if (candidates.size() > 1 && format.equals("ip-audit") && !looksLikeAudit(line)) {
      return "no audit line";
    }
    return normalizer.normalize(input.raw(format, line, number), event);
  }

  /** Both JSON formats read any object; an audit line names system and action. */
  private static boolean looksLikeAudit(byte[] line) {
    String head =
        new String(line, 0, Math.min(line.length, 400), java.nio.charset.StandardCharsets.UTF_8);
    return head.startsWith("{") && head.contains("\"system\"") && head.contains("\"action\"");
  }
}
