package io.zhidun.backup.storage;

import java.util.List;

/**
 * Part of a listing.
 *
 * @param more whether further objects follow the last one
 */
public record Page(List<StoredObject> objects, boolean more) {
  public Page {
    objects = List.copyOf(objects);
  }
}
