package io.zhidun.rules.sigma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads YAML into nodes that know their line, which a parser to plain maps would lose. Bounded in
 * size, depth and aliases, since a rule file may come from anywhere.
 */
final class YamlNodes {
  private static final int LARGEST_FILE = 16 << 20;
  private static final int DEEPEST = 40;
  private static final int MOST_ALIASES = 10;

  /** The scanner's time grows with the square of a line: with 16 MiB in one it takes minutes. */
  private static final int LONGEST_LINE = 256 << 10;

  /** What was expected, where the parser says only what it does not allow. */
  private static final Map<String, String> EXPECTED =
      Map.of(
          "mapping values are not allowed here",
          "; members of a map are expected to begin in one column, a text with \": \" in quotes",
          "sequence entries are not allowed here",
          "; items of a list are expected on lines of their own, in one column");

  private YamlNodes() {}

  /** The documents of a file; a broken file gives one fault with line, column and expectation. */
  static List<Node> documents(String text, FaultList faults) {
    int longLine = longLine(text);
    if (longLine > 0) {
      faults.error(longLine, "has more than " + LONGEST_LINE + " characters in one line");
      return List.of();
    }
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LARGEST_FILE);
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    List<Node> documents = new ArrayList<>();
    try {
      Yaml yaml = new Yaml(new SafeConstructor(options));
      yaml.composeAll(new java.io.StringReader(text)).forEach(documents::add);
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      faults.error(
          mark == null ? 0 : mark.getLine() + 1,
          mark == null ? 0 : mark.getColumn() + 1,
          reason(e));
    } catch (YAMLException e) {
      faults.error(0, "is not YAML: " + e.getMessage());
    }
    return documents;
  }

  /** The first line that is too long, from 1; 0 without one. */
  private static int longLine(String text) {
    int line = 1;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        line += c == '\n' ? 1 : 0;
        from = i + 1;
      } else if (i - from >= LONGEST_LINE) {
        return line;
      }
    }
    return 0;
  }

  private static String reason(MarkedYAMLException e) {
    String problem = String.valueOf(e.getProblem());
    String context = e.getContext() == null ? "" : ", " + e.getContext();
    return "is not YAML: " + problem + context + EXPECTED.getOrDefault(problem, "");
  }

  static int line(Node node) {
    return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
  }

  static @Nullable MappingNode map(@Nullable Node node) {
    return node instanceof MappingNode map ? map : null;
  }

  /** The members of a map by key; a key met twice is a fault. */
  static Map<String, NodeTuple> members(MappingNode map, FaultList faults) {
    Map<String, NodeTuple> members = new LinkedHashMap<>();
    for (NodeTuple tuple : map.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : null;
      if (key == null) {
        faults.error(tuple.getKeyNode(), "a key must be a text");
      } else if (members.put(key, tuple) != null) {
        faults.error(tuple.getKeyNode(), "key \"" + key + "\" stands here twice");
      }
    }
    return members;
  }

  /** A list's items, or the node itself as the only one. */
  static List<Node> items(Node node) {
    return node instanceof SequenceNode list ? list.getValue() : List.of(node);
  }

  /** A member's texts; anything else in it is a fault. */
  static List<String> texts(NodeTuple member, FaultList faults) {
    List<String> texts = new ArrayList<>();
    for (Node item : items(member.getValueNode())) {
      String text = text(item);
      if (text == null || text.isEmpty()) {
        faults.error(item, "a list of texts expected");
      } else {
        texts.add(text);
      }
    }
    return texts;
  }

  /** A scalar's text, or null for anything else. */
  static @Nullable String text(@Nullable Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : null;
  }
}
