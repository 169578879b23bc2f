package io.zhidun.service.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next cursor of the following page, or null on the last
 * @param total how many items the filters leave in all pages together
 */
public record Page<T>(List<T> items, @Nullable String next, long total) {
  public static final int DEFAULT_LIMIT = 100;
  public static final int MAX_LIMIT = 500;

  public Page {
    items = List.copyOf(items);
  }
}
