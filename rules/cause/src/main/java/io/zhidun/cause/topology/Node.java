package io.zhidun.cause.topology;

import io.zhidun.cause.Texts;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A thing that can break, or that people do.
 *
 * @param id unique in the map, such as {@code service/review-api}
 * @param name for people; of a capability what people do, such as 提交申请 and "submit a filing"
 * @param labels what else is known, sorted by key
 */
public record Node(String id, NodeKind kind, Texts name, Map<String, String> labels) {
  public Node {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a node's id must not be blank");
    }
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
  }

  /** A node that is called by its id. */
  public static Node of(String id, NodeKind kind) {
    return new Node(id, kind, new Texts(id, id), Map.of());
  }
}
