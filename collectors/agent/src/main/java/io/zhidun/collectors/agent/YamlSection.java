package io.zhidun.collectors.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping of the configuration that notes faults with key, value and line instead of throwing,
 * and at the end names the keys nobody asked for.
 */
final class YamlSection {
  private final String prefix;
  private final int line;
  private final Faults faults;
  private final Map<String, Node> values = new LinkedHashMap<>();

  private YamlSection(String prefix, int line, Faults faults) {
    this.prefix = prefix;
    this.line = line;
    this.faults = faults;
  }

  /** The mapping that a node is; an empty one, with a fault noted, if it is something else. */
  static YamlSection of(String path, @Nullable Node node, int parentLine, Faults faults) {
    String prefix = path.isEmpty() ? "" : path + ".";
    if (!(node instanceof MappingNode mapping)) {
      int at = node == null ? parentLine : lineOf(node);
      faults.add(at, path.isEmpty() ? "the document" : path, "must be a mapping");
      return new YamlSection(prefix, at, faults);
    }
    YamlSection section = new YamlSection(prefix, lineOf(node), faults);
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (section.values.put(key, tuple.getValueNode()) != null) {
        faults.add(lineOf(tuple.getKeyNode()), prefix + key, "is given twice");
      }
    }
    return section;
  }

  static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** Text of a key; noted as a fault and replaced by the stand-in where it is missing. */
  String required(String key, String standIn) {
    if (!has(key)) {
      faults.add(line, prefix + key, "is missing");
    }
    return text(key, standIn);
  }

  String text(String key, String otherwise) {
    return value(key, otherwise, text -> text);
  }

  /** Value of a key read by the parser, whose complaint becomes the fault. */
  <T> T value(String key, T otherwise, Function<String, T> parser) {
    Node node = values.remove(key);
    return node == null ? otherwise : parse(prefix + key, node, otherwise, parser);
  }

  /** Value of a key, or null where it is missing or a fault. */
  <T> @Nullable T optional(String key, Function<String, T> parser) {
    return value(key, Optional.<T>empty(), text -> Optional.of(parser.apply(text))).orElse(null);
  }

  private <T> T parse(String path, Node node, T otherwise, Function<String, T> parser) {
    if (!(node instanceof ScalarNode scalar)) {
      faults.add(lineOf(node), path, "must be a single value");
      return otherwise;
    }
    try {
      return parser.apply(scalar.getValue());
    } catch (RuntimeException e) {
      faults.add(lineOf(node), path, "\"" + scalar.getValue() + "\": " + e.getMessage());
      return otherwise;
    }
  }

  /** Values of a list; a single value counts as a list of one. */
  <T> List<T> list(String key, Function<String, T> parser) {
    Node node = values.remove(key);
    List<T> items = new ArrayList<>();
    List<Node> nodes =
        node == null
            ? List.of()
            : node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
    for (int i = 0; i < nodes.size(); i++) {
      String path = prefix + key + "[" + i + "]";
      boolean unusedAdded = parse(path, nodes.get(i), false, text -> items.add(parser.apply(text)));
    }
    return items;
  }

  /** Texts of a mapping. */
  Map<String, String> texts(String key) {
    Node node = values.remove(key);
    Map<String, String> texts = new LinkedHashMap<>();
    if (node == null) {
      return texts;
    }
    YamlSection section = of(prefix + key, node, line, faults);
    for (String each : List.copyOf(section.values.keySet())) {
      texts.put(each, section.text(each, ""));
    }
    return texts;
  }

  YamlSection section(String key) {
    Node node = values.remove(key);
    if (node == null) {
      return new YamlSection(prefix + key + ".", line, faults);
    }
    return of(prefix + key, node, line, faults);
  }

  /** Mappings of a list. */
  List<YamlSection> sections(String key) {
    Node node = values.remove(key);
    List<YamlSection> sections = new ArrayList<>();
    if (!(node instanceof SequenceNode sequence)) {
      faults.add(node == null ? line : lineOf(node), prefix + key, "must be a list");
      return sections;
    }
    for (Node item : sequence.getValue()) {
      String path = prefix + key + "[" + sections.size() + "]";
      sections.add(of(path, item, lineOf(item), faults));
    }
    return sections;
  }

  /** Notes a fault of a key. */
  void fault(String key, String message) {
    faults.add(line, prefix + key, message);
  }

  /** Notes a fault of the section as a whole. */
  void fault(RuntimeException cause) {
    faults.add(line, prefix.substring(0, prefix.length() - 1) + ":", cause.getMessage());
  }

  /** Notes every key that was not asked for. */
  void end() {
    values.forEach((key, node) -> faults.add(lineOf(node), prefix + key, "is not a known key"));
    values.clear();
  }
}
