package io.zhidun.rules.compliance.catalogue;

import io.zhidun.rules.compliance.record.Asset;
import io.zhidun.rules.compliance.record.Item;
import io.zhidun.rules.compliance.record.ProtectedSystem;
import java.util.List;

/**
 * A requirement with what the judging needs to know of it.
 *
 * @param key the same at every level, by the numbers of level 3 without its chapter: {@code
 *     1.4.9-b}; with {@code @2} where level 2 asks for less
 * @param scopes where it is measured
 */
public record Requirement(Item item, String key, List<Scope> scopes) {

  public Requirement {
    scopes = List.copyOf(scopes);
  }

  public String id() {
    return item.id();
  }

  /**
   * Ids of the objects of the system that it is measured on, in the system's order. Where the
   * system names none of them, it is measured on the system itself: a requirement never vanishes
   * because an inventory has a hole.
   */
  public List<String> objects(ProtectedSystem system) {
    List<String> objects = system.assets().stream().filter(this::asks).map(Asset::id).toList();
    return objects.isEmpty() ? List.of(system.id()) : objects;
  }

  private boolean asks(Asset asset) {
    return scopes.stream().anyMatch(scope -> scope.asks(asset));
  }
}
