package io.zhidun.rules.cases;

/**
 * How a case went.
 *
 * @param path the file of cases
 * @param name the case
 * @param expected detections that must stand
 * @param actual detections that stand
 * @param message what else went wrong, or empty
 */
public record CaseResult(String path, String name, int expected, int actual, String message) {
  public boolean passed() {
    return message.isEmpty() && expected == actual;
  }
}
