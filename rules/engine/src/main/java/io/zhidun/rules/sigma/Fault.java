package io.zhidun.rules.sigma;

import java.util.Objects;

/**
 * What is wrong with a rule, or what of it cannot be supported.
 *
 * @param path the file
 * @param line line in it, from 1; 0 when the whole file is meant
 * @param rule name or title of the rule, or empty when it could not be read
 * @param message the rule that was broken and the value that broke it
 * @param unsupported true where the file is right and the engine cannot do it
 */
public record Fault(String path, int line, String rule, String message, boolean unsupported) {
  public Fault {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(message, "message");
  }

  @Override
  public String toString() {
    String place = line > 0 ? path + ":" + line : path;
    return place + (rule.isEmpty() ? "" : " (" + rule + ")") + ": " + message;
  }
}
