package io.zhidun.rules.filings.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sign of a trademark filing and what it is for.
 *
 * @param text the words in it, may be empty
 * @param category as the form says: word, figurative, combined, …
 * @param imageHash SHA-256 of the image, or null
 * @param niceClasses 1 to 45
 * @param similarGroups four digits each, after the classification of similar goods and services
 * @param goods as written
 */
public record Mark(
    String text,
    String category,
    @Nullable String imageHash,
    List<Integer> niceClasses,
    List<String> similarGroups,
    List<String> goods) {

  public Mark {
    niceClasses = List.copyOf(niceClasses);
    similarGroups = List.copyOf(similarGroups);
    goods = List.copyOf(goods);
  }
}
