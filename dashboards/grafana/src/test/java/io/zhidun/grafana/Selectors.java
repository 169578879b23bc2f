package io.zhidun.grafana;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The vector selectors of a PromQL expression. An alert that does not fire answers nothing, so
 * whether its metrics exist is asked of its selectors.
 */
final class Selectors {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'"
              + "|\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)"
              + "|\\[[^\\]]*\\]"
              + "|(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?<labels>\\{(?:\"[^\"]*\"|[^}\"])*\\})?"
              + "(?<call>\\s*\\(|\\s+(?:by|without)\\s*\\([^)]*\\))?"
              + "|[0-9.]+(?:e[+-]?[0-9]+)?");

  private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

  private Selectors() {}

  static List<String> of(String expression) {
    List<String> selectors = new ArrayList<>();
    Matcher token = TOKEN.matcher(expression);
    while (token.find()) {
      String name = token.group("name");
      if (name != null && token.group("call") == null && !WORDS.contains(name)) {
        String labels = token.group("labels");
        selectors.add(labels == null ? name : name + labels);
      }
    }
    return selectors;
  }
}
