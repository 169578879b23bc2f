package io.zhidun.rules.sigma;

import io.zhidun.events.BilingualText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/**
 * Our own section of a Sigma file, {@code zhidun}: what people read in Chinese, and how alerts of
 * the rule behave. A file without it is a complete rule.
 */
final class ZhidunBlock {
  private static final Duration DEFAULT_RECOVERY = Duration.ofMinutes(10);
  private static final Set<String> KEYS =
      Set.of(
          "title-zh",
          "summary-zh",
          "summary-en",
          "description-zh",
          "falsepositives-zh",
          "recovery",
          "runbook",
          "category",
          "group-by",
          "alone");

  private final Map<String, Node> values = new LinkedHashMap<>();
  private final FaultList faults;

  private ZhidunBlock(FaultList faults) {
    this.faults = faults;
  }

  static ZhidunBlock read(@Nullable NodeTuple section, FaultList faults) {
    ZhidunBlock block = new ZhidunBlock(faults);
    MappingNode map = section == null ? null : YamlNodes.map(section.getValueNode());
    if (map == null) {
      return block;
    }
    YamlNodes.members(map, faults)
        .forEach(
            (key, tuple) -> {
              if (KEYS.contains(key)) {
                block.values.put(key, tuple.getValueNode());
              } else {
                faults.error(tuple.getKeyNode(), "zhidun knows no key \"" + key + "\"");
              }
            });
    return block;
  }

  String titleZh() {
    return text("title-zh");
  }

  Guidance guidance(
      String description, String title, List<String> falsePositives, List<String> fields) {
    String zh = titleZh().isEmpty() ? title : titleZh();
    BilingualText summary =
        new BilingualText(or(text("summary-zh"), zh), or(text("summary-en"), title));
    return new Guidance(
        new BilingualText(or(text("description-zh"), description), description),
        summary,
        text("category"),
        text("runbook"),
        bilingual(falsePositives),
        fields);
  }

  /** Each known harmless cause with its translation, where there is one. */
  private List<BilingualText> bilingual(List<String> falsePositives) {
    Node node = values.get("falsepositives-zh");
    List<String> translated = new ArrayList<>();
    if (node != null) {
      YamlNodes.items(node).forEach(item -> translated.add(String.valueOf(YamlNodes.text(item))));
    }
    if (node != null && translated.size() != falsePositives.size()) {
      faults.error(
          node,
          "falsepositives-zh has %d texts for %d falsepositives"
              .formatted(translated.size(), falsePositives.size()));
      return List.of();
    }
    List<BilingualText> both = new ArrayList<>();
    for (int i = 0; i < falsePositives.size(); i++) {
      String en = falsePositives.get(i);
      both.add(new BilingualText(translated.isEmpty() ? en : translated.get(i), en));
    }
    return both;
  }

  Duration recovery() {
    Node node = values.get("recovery");
    if (node == null) {
      return DEFAULT_RECOVERY;
    }
    try {
      return Durations.parse(text("recovery"));
    } catch (IllegalArgumentException e) {
      faults.error(node, "recovery: " + e.getMessage());
      return DEFAULT_RECOVERY;
    }
  }

  List<String> groupBy() {
    List<String> fields = new ArrayList<>();
    Node node = values.get("group-by");
    if (node != null) {
      YamlNodes.items(node).forEach(item -> fields.add(String.valueOf(YamlNodes.text(item))));
    }
    return fields;
  }

  @Nullable Boolean alone() {
    Node node = values.get("alone");
    if (node == null) {
      return null;
    }
    String text = text("alone");
    if (!text.equals("true") && !text.equals("false")) {
      faults.error(node, "alone must be true or false, was \"" + text + "\"");
    }
    return Boolean.valueOf(text);
  }

  private String text(String key) {
    String text = YamlNodes.text(values.get(key));
    return text == null ? "" : text;
  }

  private static String or(String text, String fallback) {
    return text.isEmpty() ? fallback : text;
  }
}
