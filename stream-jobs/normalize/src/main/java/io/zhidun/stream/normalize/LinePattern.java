package io.zhidun.stream.normalize;

import io.zhidun.events.Event;
import io.zhidun.events.FieldNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One shape of a line: literals and captures, matched from left to right in linear time.
 *
 * <p>Written as text: {@code <user.name>} captures up to the next literal, {@code <field:type>}
 * checks the value, {@code <field:type:last>} reaches to the last place where the next literal
 * stands (so that a value may hold the literal itself, which attackers try), {@code <_>} skips,
 * {@code <?text>} may be absent, {@code <kv>} reads the rest as {@code KEY=value} words, and {@code
 * \<} is the character itself.
 */
final class LinePattern {
  /** Most parts of one pattern. */
  static final int MAX_STEPS = 64;

  private enum Kind {
    LITERAL,
    OPTIONAL,
    CAPTURE,
    SKIP,
    KEY_VALUES
  }

  private record Step(Kind kind, byte[] literal, int field, CaptureType type, boolean last) {}

  private final Step[] steps;

  private LinePattern(List<Step> steps) {
    this.steps = steps.toArray(Step[]::new);
  }

  /** First byte of every line of this shape, or -1 where it may be any. */
  int firstByte() {
    return steps[0].kind == Kind.LITERAL ? steps[0].literal[0] : -1;
  }

  int size() {
    return steps.length;
  }

  /**
   * Finds where each part lies in {@code b[from, to)}; whether the line has this shape.
   *
   * @param starts filled with the start of each part's value
   * @param ends filled with its end
   */
  boolean match(byte[] b, int from, int to, int[] starts, int[] ends) {
    int at = from;
    for (int i = 0; i < steps.length; i++) {
      Step step = steps[i];
      switch (step.kind) {
        case LITERAL -> {
          if (!Slice.startsWith(b, at, to, step.literal)) {
            return false;
          }
          at += step.literal.length;
        }
        case OPTIONAL -> {
          if (Slice.startsWith(b, at, to, step.literal)) {
            at += step.literal.length;
          }
        }
        case CAPTURE, SKIP, KEY_VALUES -> {
          int end = captureEnd(step, i, b, at, to);
          if (end < 0 || (step.kind == Kind.CAPTURE && !step.type.accepts(b, at, end))) {
            return false;
          }
          starts[i] = at;
          ends[i] = end;
          at = end;
        }
      }
    }
    return at == to;
  }

  private int captureEnd(Step step, int i, byte[] b, int at, int to) {
    if (i + 1 == steps.length) {
      return to;
    }
    if (steps[i + 1].kind != Kind.LITERAL) {
      return digitsEnd(b, at, to);
    }
    byte[] next = steps[i + 1].literal;
    if (step.last) {
      return Slice.lastIndexOf(b, at, to, next);
    }
    return next.length == 1 ? Slice.indexOf(b, at, to, next[0]) : Slice.indexOf(b, at, to, next);
  }

  private static int digitsEnd(byte[] b, int at, int to) {
    int end = at;
    while (end < to && b[end] >= '0' && b[end] <= '9') {
      end++;
    }
    return end;
  }

  /** Hands each captured value to {@code sink}, in order. */
  void captures(int[] starts, int[] ends, byte[] b, Event event, Sink sink) {
    for (int i = 0; i < steps.length; i++) {
      Step step = steps[i];
      if (step.kind == Kind.CAPTURE) {
        sink.capture(event, step.field, step.type, b, starts[i], ends[i]);
      } else if (step.kind == Kind.KEY_VALUES) {
        sink.keyValues(event, b, starts[i], ends[i]);
      }
    }
  }

  /** Takes what a pattern captured. */
  interface Sink {
    void capture(Event event, int field, CaptureType type, byte[] b, int from, int to);

    void keyValues(Event event, byte[] b, int from, int to);
  }

  /**
   * @throws FormatFault naming the place when the text is no pattern
   */
  static LinePattern parse(String text, String place) {
    List<Step> steps = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '<') {
        literal.append('<');
        i += 2;
      } else if (c == '<') {
        int close = text.indexOf('>', i);
        if (close < 0) {
          throw new FormatFault(place + ": \"<\" at " + i + " has no \">\"");
        }
        flush(literal, steps);
        steps.add(step(text.substring(i + 1, close), place));
        i = close + 1;
      } else {
        literal.append(c);
        i++;
      }
    }
    flush(literal, steps);
    check(steps, place);
    return new LinePattern(steps);
  }

  private static void flush(StringBuilder literal, List<Step> steps) {
    if (!literal.isEmpty()) {
      steps.add(literal(Kind.LITERAL, literal.toString()));
      literal.setLength(0);
    }
  }

  private static Step literal(Kind kind, String text) {
    return new Step(kind, text.getBytes(StandardCharsets.UTF_8), -1, CaptureType.TEXT, false);
  }

  private static Step step(String inside, String place) {
    if (inside.equals("_")) {
      return literal(Kind.SKIP, "");
    }
    if (inside.equals("kv")) {
      return literal(Kind.KEY_VALUES, "");
    }
    if (inside.startsWith("?") && inside.length() > 1) {
      return literal(Kind.OPTIONAL, inside.substring(1));
    }
    List<String> parts = List.of(inside.split(":", -1));
    boolean last = parts.get(parts.size() - 1).equals("last");
    String typeName = parts.size() > (last ? 2 : 1) ? parts.get(1) : "text";
    CaptureType type =
        CaptureType.named(typeName)
            .orElseThrow(
                () ->
                    new FormatFault(
                        place + ": type \"" + typeName + "\" of <" + inside + "> is unknown"));
    if (parts.get(0).isEmpty()) {
      throw new FormatFault(place + ": <" + inside + "> names no field");
    }
    return new Step(Kind.CAPTURE, new byte[0], FieldNames.id(parts.get(0)), type, last);
  }

  private static void check(List<Step> steps, String place) {
    if (steps.isEmpty() || steps.size() > MAX_STEPS) {
      throw new FormatFault(
          place + ": a pattern has 1 to " + MAX_STEPS + " parts, got " + steps.size());
    }
    @Nullable Step before = null;
    for (Step step : steps) {
      // Digits end by themselves; every other capture needs to be told where.
      boolean open =
          before != null
              && before.kind != Kind.LITERAL
              && before.kind != Kind.OPTIONAL
              && before.type != CaptureType.INT;
      if (open && step.kind != Kind.LITERAL) {
        throw new FormatFault(place + ": only a literal may follow a capture");
      }
      before = step;
    }
  }
}
