package io.zhidun.rules.sigma;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The canonical text of the sections that a rule decides by: comments, layout and the order of keys
 * leave no trace in it, so that a version changes only with the meaning.
 */
final class Substance {
  private Substance() {}

  static String of(@Nullable Node... sections) {
    StringBuilder out = new StringBuilder();
    for (Node section : sections) {
      write(section, out);
      out.append('\n');
    }
    return out.toString();
  }

  private static void write(@Nullable Node node, StringBuilder out) {
    if (node instanceof MappingNode map) {
      Map<String, Node> sorted = new TreeMap<>();
      for (NodeTuple tuple : map.getValue()) {
        sorted.put(String.valueOf(YamlNodes.text(tuple.getKeyNode())), tuple.getValueNode());
      }
      sorted.remove("definition");
      out.append('{');
      sorted.forEach(
          (key, value) -> {
            text(key, out);
            write(value, out);
          });
      out.append('}');
    } else if (node instanceof SequenceNode list) {
      out.append('[');
      list.getValue().forEach(item -> write(item, out));
      out.append(']');
    } else if (node instanceof ScalarNode scalar) {
      out.append(scalar.getTag().getValue());
      text(scalar.getValue(), out);
    } else {
      out.append('-');
    }
  }

  private static void text(String text, StringBuilder out) {
    out.append(text.length()).append(':').append(text);
  }
}
