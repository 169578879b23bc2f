package io.zhidun.rules.compliance.knowledge;

import io.zhidun.rules.compliance.record.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place in a YAML file that knows where it is, so that a fault names file, place and value.
 *
 * @param place as in {@code limits.yml: log-days}
 * @param value what stands there
 */
public record Node(String place, Object value) {

  static Node of(String place, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException(place + ": is empty");
    }
    return new Node(place, value);
  }

  /** The members of a mapping, in their order. */
  public Map<String, Node> members() {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(place + ": is no mapping");
    }
    Map<String, Node> members = new LinkedHashMap<>();
    map.forEach((key, item) -> members.put(String.valueOf(key), of(place + ": " + key, item)));
    return members;
  }

  /** The items of a list. */
  public List<Node> items() {
    if (!(value instanceof List<?> list)) {
      throw new IllegalArgumentException(place + ": is no list");
    }
    List<Node> items = new ArrayList<>();
    list.forEach(item -> items.add(of(place + "[" + items.size() + "]", item)));
    return items;
  }

  /** The member, which must be there. */
  public Node at(String name) {
    return Objects.requireNonNullElseGet(
        find(name),
        () -> {
          throw new IllegalArgumentException(place + ": " + name + " is missing");
        });
  }

  /** The member, or null. */
  public @Nullable Node find(String name) {
    return value instanceof Map<?, ?> map && map.get(name) != null
        ? of(place + ": " + name, map.get(name))
        : null;
  }

  public String text() {
    if (value instanceof Map || value instanceof List) {
      throw new IllegalArgumentException(place + ": is no text");
    }
    return value.toString();
  }

  public double number() {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException(place + ": \"" + value + "\" is no number");
  }

  /** A list of texts. */
  public List<String> texts() {
    return items().stream().map(Node::text).toList();
  }

  /** The members zh and en. */
  public Texts bilingual() {
    return new Texts(at("zh").text(), at("en").text());
  }
}
