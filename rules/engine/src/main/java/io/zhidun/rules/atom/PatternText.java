package io.zhidun.rules.atom;

import java.util.ArrayList;
import java.util.List;

/**
 * A Sigma value as written, read for wildcards and escapes: {@code *} and {@code ?} are wildcards,
 * {@code \*} and {@code \?} are not, {@code \\} is one backslash, any other backslash stands for
 * itself.
 */
public final class PatternText {
  private final List<Object> parts = new ArrayList<>();
  private boolean wild;

  private PatternText() {}

  /** A wildcard within a pattern. */
  private enum Wildcard {
    ONE,
    MANY
  }

  /** Reads a value; {@code plain} takes every character for itself. */
  public static PatternText read(String value, boolean plain) {
    PatternText text = new PatternText();
    StringBuilder run = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      char next = i + 1 < value.length() ? value.charAt(i + 1) : 0;
      if (!plain && c == '\\' && (next == '*' || next == '?' || next == '\\')) {
        run.append(next);
        i++;
      } else if (!plain && (c == '*' || c == '?')) {
        text.flush(run);
        text.parts.add(c == '*' ? Wildcard.MANY : Wildcard.ONE);
        text.wild = true;
      } else {
        run.append(c);
      }
    }
    text.flush(run);
    return text;
  }

  private void flush(StringBuilder run) {
    if (!run.isEmpty()) {
      parts.add(run.toString());
      run.setLength(0);
    }
  }

  /** Whether a wildcard stands in it. */
  public boolean hasWildcard() {
    return wild;
  }

  /** The text with escapes resolved, for values without wildcards. */
  public String literal() {
    StringBuilder all = new StringBuilder();
    parts.stream().filter(String.class::isInstance).forEach(all::append);
    return all.toString();
  }

  /** Where stars are put around the value. */
  public enum Anchor {
    WHOLE,
    START,
    END,
    ANYWHERE
  }

  /** The pattern; {@code dashes} lets a flag's dash be any of the five. */
  public Glob glob(Anchor anchor, boolean cased, boolean dashes) {
    List<Short> tokens = new ArrayList<>();
    if (anchor == Anchor.END || anchor == Anchor.ANYWHERE) {
      tokens.add(Glob.MANY);
    }
    for (Object part : parts) {
      if (part instanceof String text) {
        appendRun(tokens, text, cased, dashes);
      } else {
        tokens.add(part == Wildcard.ONE ? Glob.ONE : Glob.MANY);
      }
    }
    if (anchor == Anchor.START || anchor == Anchor.ANYWHERE) {
      tokens.add(Glob.MANY);
    }
    return Glob.of(tokens, cased);
  }

  /** A dash counts as a flag's where a word begins behind it and none ends before it. */
  private static void appendRun(List<Short> tokens, String text, boolean cased, boolean dashes) {
    int from = 0;
    for (int i = 0; dashes && i < text.length(); i++) {
      if (isDash(text, i)) {
        Glob.appendText(tokens, text.substring(from, i), cased);
        tokens.add(Glob.DASH);
        from = i + 1;
      }
    }
    Glob.appendText(tokens, text.substring(from), cased);
  }

  private static boolean isDash(String text, int at) {
    return Glob.DASHES.indexOf(text.charAt(at)) >= 0
        && (at == 0 || !isWord(text.charAt(at - 1)))
        && at + 1 < text.length()
        && isWord(text.charAt(at + 1));
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
