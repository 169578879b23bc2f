package io.zhidun.rules.sigma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/**
 * Rule collections: a document with {@code action: global} is laid under every one that follows,
 * {@code reset} ends that, {@code repeat} lays the rule before under this document. Maps are joined
 * member by member; anything else is replaced.
 */
final class RuleCollections {
  private static final String ACTION = "action";

  private final FaultList faults;
  private @Nullable MappingNode global;
  private @Nullable MappingNode last;

  private RuleCollections(FaultList faults) {
    this.faults = faults;
  }

  /** The rules that the documents of a file make. */
  static List<Node> resolve(List<Node> documents, FaultList faults) {
    RuleCollections collections = new RuleCollections(faults);
    List<Node> rules = new ArrayList<>();
    for (Node document : documents) {
      Node rule = document instanceof MappingNode map ? collections.next(map) : document;
      if (rule != null) {
        rules.add(rule);
      }
    }
    return rules;
  }

  private @Nullable Node next(MappingNode document) {
    String action = action(document);
    MappingNode own = without(document);
    switch (action) {
      case "global" -> {
        global = global == null ? own : joined(global, own);
        return null;
      }
      case "reset" -> {
        global = null;
        return null;
      }
      case "repeat" -> {
        if (last == null) {
          faults.error(document, "action repeat has no rule before it");
          return null;
        }
        last = joined(last, own);
        return last;
      }
      case "" -> {
        last = global == null ? document : joined(global, document);
        return last;
      }
      default -> {
        faults.error(document, "action \"" + action + "\" is not one of global, reset, repeat");
        return null;
      }
    }
  }

  private static String action(MappingNode document) {
    for (NodeTuple tuple : document.getValue()) {
      if (ACTION.equals(YamlNodes.text(tuple.getKeyNode()))) {
        return String.valueOf(YamlNodes.text(tuple.getValueNode()));
      }
    }
    return "";
  }

  private static MappingNode without(MappingNode document) {
    List<NodeTuple> kept = new ArrayList<>(document.getValue());
    kept.removeIf(tuple -> ACTION.equals(YamlNodes.text(tuple.getKeyNode())));
    return like(document, kept);
  }

  private static MappingNode joined(MappingNode under, MappingNode over) {
    Map<String, NodeTuple> all = new LinkedHashMap<>();
    List<NodeTuple> odd = new ArrayList<>();
    under.getValue().forEach(tuple -> put(all, odd, tuple));
    for (NodeTuple tuple : over.getValue()) {
      NodeTuple known = all.get(String.valueOf(YamlNodes.text(tuple.getKeyNode())));
      if (known != null
          && known.getValueNode() instanceof MappingNode a
          && tuple.getValueNode() instanceof MappingNode b) {
        put(all, odd, new NodeTuple(tuple.getKeyNode(), joined(a, b)));
      } else {
        put(all, odd, tuple);
      }
    }
    List<NodeTuple> tuples = new ArrayList<>(all.values());
    tuples.addAll(odd);
    return like(over, tuples);
  }

  /** A key that is no text stays, to be told as a fault where members are read. */
  private static void put(Map<String, NodeTuple> all, List<NodeTuple> odd, NodeTuple tuple) {
    String key = YamlNodes.text(tuple.getKeyNode());
    if (key == null) {
      odd.add(tuple);
    } else {
      all.put(key, tuple);
    }
  }

  private static MappingNode like(MappingNode place, List<NodeTuple> tuples) {
    return new MappingNode(
        place.getTag(),
        true,
        tuples,
        place.getStartMark(),
        place.getEndMark(),
        place.getFlowStyle());
  }
}
