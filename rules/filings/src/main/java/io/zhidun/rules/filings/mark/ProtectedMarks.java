package io.zhidun.rules.filings.mark;

import io.zhidun.rules.filings.record.EntityRecord;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.Mark;
import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.record.ProtectedMark;
import io.zhidun.rules.filings.record.ProtectedMark.Fame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The protected marks so far, and which of them a filing's mark is like.
 *
 * <p>Words beyond {@link ProtectedIndex#MOST_WORDS} are counted in {@link #refused()} and not
 * compared. One thread at a time.
 */
final class ProtectedMarks {

  /** Hits of one filing beyond this, by score, are left out. */
  static final int MOST_HITS = 20;

  private static final int MOST_CANDIDATES = 2_000;
  private static final double LEAST_SCORE = 0.72;
  private static final double NEAR = 0.7;
  private static final double NEAR_SCORE = 0.4;
  private static final double ALIAS = 0.97;

  private final Kinship kinship;
  private final MarkLikeness likeness = new MarkLikeness();
  private final ProtectedIndex index = new ProtectedIndex();
  private final List<ProtectedEntry> owners = new ArrayList<>();
  private final Map<String, ProtectedEntry> byCode = new HashMap<>();
  private final int[] candidates = new int[MOST_CANDIDATES];
  private int refused;
  private List<ProtectedHit> hits = List.of();

  ProtectedMarks(Kinship kinship) {
    this.kinship = kinship;
  }

  /** Words that found no room. */
  int refused() {
    return refused;
  }

  int size() {
    return byCode.size();
  }

  void see(FilingRecord record) {
    hits = List.of();
    if (record instanceof EntityRecord entity && entity.protectedMark() != null) {
      add(entity, entity.protectedMark());
    } else if (record instanceof Filing filing && filing.mark() != null) {
      hits = find(filing.mark(), filing.applicants());
    }
  }

  /** Of the record last seen, the best first, near ones last; at most one an owner and mark. */
  List<ProtectedHit> hits() {
    return hits;
  }

  private void add(EntityRecord record, ProtectedMark mark) {
    ProtectedEntry entry = ProtectedEntry.of(record, mark);
    ProtectedEntry known = byCode.put(record.code(), entry);
    for (MarkText text : entry.texts()) {
      int at = known == null ? -1 : known.texts().indexOf(text);
      if (at < 0) {
        post(text, entry);
      }
    }
  }

  private void post(MarkText text, ProtectedEntry entry) {
    if (index.add(text) < 0) {
      refused++;
    } else {
      owners.add(entry);
    }
  }

  private List<ProtectedHit> find(Mark mark, List<Party> applicants) {
    MarkText text = MarkText.of(mark.text());
    if (text.isEmpty() || WeakWords.descriptive().contains(text.folded())) {
      return List.of();
    }
    int count = index.candidates(text, candidates);
    List<ProtectedHit> found = List.of();
    for (int i = 0; i < count; i++) {
      ProtectedHit hit = compare(candidates[i], text, mark, applicants);
      if (hit != null) {
        found = found.isEmpty() ? new ArrayList<>() : found;
        found.add(hit);
      }
    }
    return found.isEmpty() ? found : best(found);
  }

  private @Nullable ProtectedHit compare(
      int word, MarkText text, Mark mark, List<Party> applicants) {
    double total = likeness.total(text, index.word(word));
    ProtectedEntry posted = owners.get(word);
    ProtectedEntry entry = byCode.getOrDefault(posted.code(), posted);
    boolean alias = !index.word(word).equals(entry.texts().get(0));
    if (alias) {
      total *= entry.texts().contains(index.word(word)) ? ALIAS : 0;
    }
    long classes = NiceClasses.bits(mark.niceClasses());
    double score = total * nearness(classes, entry) * fame(entry.mark().fame());
    boolean weak = entry.descriptive() && (entry.classes() & classes) == 0;
    boolean near = total < MarkLikeness.ALIKE || score < LEAST_SCORE;
    if ((near && !isNear(total, entry, classes))
        || weak
        || kinship.owns(applicants, entry.mark())) {
      return null;
    }
    Likeness parts = likeness.of(text, index.word(word));
    double meaning = alias ? Math.max(parts.meaning(), total) : parts.meaning();
    Likeness found = new Likeness(total, parts.reading(), parts.shape(), meaning);
    return new ProtectedHit(
        entry, found, near ? NEAR_SCORE : score, entry.classes() & classes, near);
  }

  /** Below the likeness that counts alone, but of a known mark and for its very goods. */
  private static boolean isNear(double total, ProtectedEntry entry, long classes) {
    return total >= NEAR
        && (classes & entry.classes()) != 0
        && entry.mark().fame() != Fame.REGISTERED;
  }

  /** The goods: a well-known mark reaches beyond its classes, a merely registered one does not. */
  private static double nearness(long classes, ProtectedEntry entry) {
    if ((classes & entry.classes()) != 0) {
      return 1;
    }
    if (classes == 0 || entry.classes() == 0) {
      return 0.92;
    }
    if (NiceClasses.neighbours(classes, entry.classes())) {
      return 0.95;
    }
    return switch (entry.mark().fame()) {
      case WELL_KNOWN -> 0.9;
      case KNOWN -> 0.78;
      case REGISTERED -> 0.5;
    };
  }

  private static double fame(Fame fame) {
    return switch (fame) {
      case WELL_KNOWN -> 1;
      case KNOWN -> 0.96;
      case REGISTERED -> 0.88;
    };
  }

  private static List<ProtectedHit> best(List<ProtectedHit> found) {
    found.sort(
        Comparator.comparingDouble(ProtectedHit::score)
            .reversed()
            .thenComparing(hit -> hit.entry().code()));
    List<ProtectedHit> kept = new ArrayList<>();
    for (ProtectedHit hit : found) {
      boolean seen = kept.stream().anyMatch(k -> k.entry().code().equals(hit.entry().code()));
      if (!seen && kept.size() < MOST_HITS) {
        kept.add(hit);
      }
    }
    return List.copyOf(kept);
  }
}
