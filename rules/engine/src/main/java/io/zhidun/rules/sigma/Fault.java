package io.zhidun.rules.sigma;

import java.util.Objects;

/**
 * What is wrong with a rule, or what of it cannot be supported.
 *
 * @param path the file
 * @param line line in it, from 1; 0 when the whole file is meant
 * @param column column in the line, from 1; 0 when the whole line is meant
 * @param rule name or title of the rule, or empty when it could not be read
 * @param message the rule that was broken and the value that broke it
 * @param unsupported true where the file is right and the engine cannot do it
 */
public record Fault(
    String path, int line, int column, String rule, String message, boolean unsupported) {
  public Fault {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(message, "message");
  }

  /** A fault of a whole line or file. */
  public Fault(String path, int line, String rule, String message, boolean unsupported) {
    this(path, line, 0, rule, message, unsupported);
  }

  private String place() {
    if (line == 0) {
      return path;
    }
    return column == 0 ? path + ":" + line : path + ":" + line + ":" + column;
  }

  @Override
  public String toString() {
    return place() + (rule.isEmpty() ? "" : " (" + rule + ")") + ": " + message;
  }
}
