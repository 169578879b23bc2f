package io.zhidun.backup.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps of all names offered the first {@code limit} after one, so that a page costs its size. */
final class NameOrder {
  private final String prefix;
  private final @Nullable String after;
  private final int limit;
  private final TreeMap<String, StoredObject> first = new TreeMap<>();

  NameOrder(String prefix, @Nullable String after, int limit) {
    this.prefix = ObjectNames.requirePrefix(prefix);
    this.after = after;
    this.limit = ObjectNames.requireLimit(limit);
  }

  void offer(StoredObject object) {
    String name = object.name();
    if (!name.startsWith(prefix) || (after != null && name.compareTo(after) <= 0)) {
      return;
    }
    first.put(name, object);
    if (first.size() > limit + 1) {
      first.pollLastEntry();
    }
  }

  Page page() {
    List<StoredObject> objects = new ArrayList<>(first.values());
    boolean more = objects.size() > limit;
    return new Page(more ? objects.subList(0, limit) : objects, more);
  }
}
