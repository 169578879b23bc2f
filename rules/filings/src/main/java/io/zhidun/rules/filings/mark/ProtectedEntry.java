package io.zhidun.rules.filings.mark;

import io.zhidun.rules.filings.record.EntityRecord;
import io.zhidun.rules.filings.record.ProtectedMark;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A protected mark as it is compared with: its words, its aliases, and for whom.
 *
 * @param code id of the mark
 * @param name its words as written
 * @param texts the words folded, then the aliases folded; none empty
 * @param classes its Nice classes as a bit set, bit 1 for class 1
 * @param descriptive whether its words also describe goods
 */
record ProtectedEntry(
    String code,
    String name,
    ProtectedMark mark,
    List<MarkText> texts,
    long classes,
    boolean descriptive) {

  /** Aliases of one mark beyond this are not compared. */
  static final int MOST_ALIASES = 32;

  static ProtectedEntry of(EntityRecord record, ProtectedMark mark) {
    Set<MarkText> texts = new LinkedHashSet<>();
    MarkText words = MarkText.of(record.name());
    texts.add(words);
    List<String> aliases = mark.aliases();
    for (String alias : aliases.subList(0, Math.min(MOST_ALIASES, aliases.size()))) {
      texts.add(MarkText.of(alias));
    }
    texts.removeIf(MarkText::isEmpty);
    boolean descriptive = WeakWords.descriptive().contains(words.folded());
    return new ProtectedEntry(
        record.code(),
        record.name(),
        mark,
        new ArrayList<>(texts),
        NiceClasses.bits(mark.niceClasses()),
        descriptive);
  }
}
