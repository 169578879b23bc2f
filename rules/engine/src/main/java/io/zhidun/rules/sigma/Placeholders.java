package io.zhidun.rules.sigma;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What a site puts in the place of {@code %name%} in values with the modifier {@code expand}: a
 * list of values by name. A value of a list may hold wildcards.
 */
public record Placeholders(Map<String, List<String>> values) {
  /** No list at all: every rule that needs one is refused. */
  public static final Placeholders NONE = new Placeholders(Map.of());

  /** An escaped backslash or percent sign, a placeholder, or a percent sign that is neither. */
  private static final Pattern PLACE =
      Pattern.compile("\\\\\\\\|\\\\%|%(?<name>[^%\\s]{1,128})%|%");

  /** More than this from one value is a product of lists that nobody meant. */
  private static final int MOST = 10_000;

  public Placeholders {
    Map<String, List<String>> copy = new HashMap<>();
    values.forEach((name, list) -> copy.put(name, List.copyOf(list)));
    values = Map.copyOf(copy);
  }

  /**
   * Reads a file that maps each name to a value or a list of them.
   *
   * @throws RuleFaults with every fault, each with its place
   */
  public static Placeholders parse(String path, String text) {
    FaultList faults = new FaultList(path);
    Map<String, List<String>> values = new HashMap<>();
    for (Node document : YamlNodes.documents(text, faults)) {
      MappingNode map = YamlNodes.map(document);
      if (map == null) {
        faults.error(document, "a map from names to lists of values expected");
        continue;
      }
      YamlNodes.members(map, faults)
          .forEach((name, tuple) -> values.put(name, YamlNodes.texts(tuple, faults)));
    }
    if (!faults.isEmpty()) {
      throw new RuleFaults(faults.all());
    }
    return new Placeholders(values);
  }

  /**
   * The values that a value stands for; itself alone where it holds no placeholder. A plain percent
   * sign is written {@code \%}; what else is escaped stays so.
   *
   * @throws MissingPlaceholder naming a placeholder without a list
   * @throws IllegalArgumentException when it holds a percent sign of no placeholder, or stands for
   *     too many values
   */
  List<String> expand(String value) {
    List<String> heads = List.of("");
    Matcher place = PLACE.matcher(value);
    int from = 0;
    while (place.find()) {
      heads = product(heads, value.substring(from, place.start()), choice(value, place));
      from = place.end();
    }
    String tail = value.substring(from);
    return heads.stream().map(head -> head + tail).toList();
  }

  private List<String> choice(String value, Matcher place) {
    if (place.group().charAt(0) == '\\') {
      return List.of(place.group().equals("\\%") ? "%" : place.group());
    }
    String name = place.group("name");
    if (name == null) {
      throw new IllegalArgumentException(
          "\""
              + value
              + "\" holds a percent sign that belongs to no placeholder such as %name%;"
              + " a plain one is written \\%");
    }
    List<String> list = values.get(name);
    if (list == null) {
      throw new MissingPlaceholder(name);
    }
    return list;
  }

  private static List<String> product(List<String> heads, String between, List<String> list) {
    if ((long) heads.size() * list.size() > MOST) {
      throw new IllegalArgumentException("stands for more than " + MOST + " values");
    }
    List<String> all = new ArrayList<>();
    for (String head : heads) {
      list.forEach(item -> all.add(head + between + item));
    }
    return all;
  }

  /** A placeholder that the site has no list for. */
  static final class MissingPlaceholder extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingPlaceholder(String name) {
      super("placeholder \"" + name + "\" has no list of values here");
    }
  }
}
