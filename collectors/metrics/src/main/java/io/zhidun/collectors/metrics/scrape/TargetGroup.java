package io.zhidun.collectors.metrics.scrape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Addresses with the labels they share; what discovery gives.
 *
 * @param targets each {@code host:port}, {@code [IPv6]:port} or {@code host}
 * @param labels labels of all of them
 */
public record TargetGroup(List<String> targets, Map<String, String> labels) {
  private static final int MOST_CODE_POINTS = 4 << 20;
  private static final int MOST_DEPTH = 8;

  public TargetGroup {
    targets = List.copyOf(targets);
    labels = Map.copyOf(labels);
  }

  /** The same addresses with one more label. */
  TargetGroup with(String label, String value) {
    Map<String, String> more = new LinkedHashMap<>(labels);
    more.put(label, value);
    return new TargetGroup(targets, more);
  }

  /**
   * Reads what file and HTTP discovery give: a list of {@code {targets: […], labels: {…}}}, in JSON
   * or YAML.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static List<TargetGroup> read(String text) {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(MOST_CODE_POINTS);
    limits.setNestingDepthLimit(MOST_DEPTH);
    limits.setMaxAliasesForCollections(0);
    Object document;
    try {
      document = new Yaml(new SafeConstructor(limits)).load(text);
    } catch (YAMLException e) {
      throw new IllegalArgumentException("is neither JSON nor YAML: " + e.getMessage(), e);
    }
    if (document == null) {
      return List.of();
    }
    if (!(document instanceof List<?> list)) {
      throw new IllegalArgumentException("must be a list of target groups");
    }
    List<TargetGroup> groups = new ArrayList<>();
    for (Object item : list) {
      groups.add(group(item, groups.size()));
    }
    return groups;
  }

  private static TargetGroup group(Object item, int index) {
    if (!(item instanceof Map<?, ?> map) || !(map.get("targets") instanceof List<?> targets)) {
      throw new IllegalArgumentException("[" + index + "] must have a list of targets");
    }
    Map<String, String> labels = new LinkedHashMap<>();
    if (map.get("labels") instanceof Map<?, ?> given) {
      given.forEach((name, value) -> labels.put(String.valueOf(name), String.valueOf(value)));
    } else if (map.get("labels") != null) {
      throw new IllegalArgumentException("[" + index + "].labels must be a mapping");
    }
    return new TargetGroup(targets.stream().map(String::valueOf).toList(), labels);
  }
}
