package io.zhidun.service.web;

/**
 * What is wrong with one parameter.
 *
 * @param name the parameter
 * @param value what was sent, shortened
 * @param message the rule and the value
 */
public record Fault(String name, String value, String message) {
  private static final int SHOWN = 100;

  /** A fault whose message reads "name rule, was value". */
  public static Fault of(String name, String value, String rule) {
    String shown = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    return new Fault(name, shown, name + " " + rule + ", was \"" + shown + "\"");
  }
}
