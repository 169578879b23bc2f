package io.zhidun.rules.filings.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a filing lawfully shares its text with.
 *
 * @param priorities numbers of the applications whose priority is claimed
 * @param parent number of the application that this one was divided from, or null
 * @param declaredPair the same day's application for the same invention, declared as such, or null
 * @param pctNumber of the international application, or null
 */
public record Family(
    List<String> priorities,
    @Nullable String parent,
    @Nullable String declaredPair,
    @Nullable String pctNumber) {

  public static final Family NONE = new Family(List.of(), null, null, null);

  public Family {
    priorities = List.copyOf(priorities);
  }
}
