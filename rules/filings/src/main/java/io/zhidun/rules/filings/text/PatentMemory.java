package io.zhidun.rules.filings.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The patent filings of the last years, found by likeness of abstract, claims, description and
 * skeleton, and by sentence.
 *
 * <p>The bands suit the texts: at a Jaccard coefficient of 0.35, the middle of abstracts with each
 * fifth character replaced, one is found with probability 0.99; at 0.05 1 text in 60 is compared in
 * vain, at 0.013, which 99 of 100 unrelated pairs keep below, 1 in 3,500. Claims and descriptions
 * share more stock phrases, so their bands are narrower.
 */
final class PatentMemory {

  /** Withdrawn texts are looked for this long (36 months), other ones too. */
  static final Duration KEPT = Duration.ofDays(1096);

  /** Texts that are compared exactly for one filing; what is more is counted. */
  static final int MOST_CANDIDATES = 1024;

  private static final int PAGE = 1 << 10;

  private final List<HeldFiling @Nullable []> pages = new ArrayList<>();
  private final int most;
  private Indexes indexes = new Indexes();
  private final int[] scratch = new int[MOST_CANDIDATES];
  private int found;
  private int count;
  private int oldest;
  private long overflowed;

  PatentMemory() {
    this(SketchIndex.mostTexts(Indexes.ABSTRACT_BANDS));
  }

  /**
   * @param most filings that are numbered before those that are still held are numbered anew
   */
  PatentMemory(int most) {
    this.most = most;
  }

  /** Filings held. */
  int size() {
    return count - oldest;
  }

  /** Candidates beyond the limit, and chains cut, since the begin. */
  long overflowed() {
    return overflowed + indexes.cut();
  }

  @Nullable HeldFiling byNumber(String applicationNumber) {
    int ordinal = indexes.numbers.get(HeldFiling.hash(applicationNumber));
    if (ordinal < oldest) {
      return null;
    }
    HeldFiling held = get(ordinal);
    return held.number.equals(applicationNumber) ? held : null;
  }

  HeldFiling get(int ordinal) {
    HeldFiling[] page = pages.get(ordinal / PAGE);
    if (page == null || page[ordinal % PAGE] == null) {
      throw new IllegalStateException("filing " + ordinal + " was forgotten");
    }
    return page[ordinal % PAGE];
  }

  /** Earlier filings that share text with this one, in order of their coming. */
  List<Match> matches(HeldFiling filing) {
    Imprint imprint = filing.imprint;
    found = 0;
    indexes.abstracts.candidates(imprint.abstractText(), this::candidate);
    indexes.claims.candidates(imprint.claims(), this::candidate);
    indexes.descriptions.candidates(imprint.description(), this::candidate);
    List<Match> matches = new ArrayList<>();
    eachCandidate(
        filing,
        other -> {
          Match match = Match.like(filing, other);
          if (match != null) {
            matches.add(match);
          }
        });
    return matches;
  }

  /** Earlier filings whose claims have the same shape, in order of their coming. */
  List<HeldFiling> sameShape(HeldFiling filing, double least) {
    found = 0;
    indexes.skeletons.candidates(filing.imprint.skeleton(), this::candidate);
    List<HeldFiling> same = new ArrayList<>();
    eachCandidate(
        filing,
        other -> {
          if (filing.imprint.skeleton().jaccardFrom(other.imprint.skeleton(), least) > 0) {
            same.add(other);
          }
        });
    return same;
  }

  SentencePostings sentences() {
    return indexes.sentences;
  }

  void add(HeldFiling filing) {
    forgetOld(filing.millis);
    if (count == most) {
      renumber();
    }
    int ordinal = count++;
    if (ordinal % PAGE == 0) {
      pages.add(new HeldFiling[PAGE]);
    }
    HeldFiling[] page = pages.get(ordinal / PAGE);
    if (page != null) {
      page[ordinal % PAGE] = filing;
    }
    indexes.add(filing, ordinal, this);
  }

  private void candidate(int ordinal) {
    if (found == MOST_CANDIDATES) {
      Arrays.sort(scratch);
      found = distinct(scratch, found);
    }
    if (found == MOST_CANDIDATES) {
      overflowed++;
    } else {
      scratch[found++] = ordinal;
    }
  }

  private void eachCandidate(HeldFiling filing, Consumer<HeldFiling> use) {
    long least = filing.millis - KEPT.toMillis();
    Arrays.sort(scratch, 0, found);
    int distinct = distinct(scratch, found);
    for (int i = 0; i < distinct; i++) {
      HeldFiling other = get(scratch[i]);
      if (other.millis >= least) {
        use.accept(other);
      }
    }
  }

  private static int distinct(int[] sorted, int size) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return kept;
  }

  /** Whole pages at a time, as their last filing grows too old. */
  private void forgetOld(long now) {
    long least = now - KEPT.toMillis();
    while (count - oldest > PAGE && get(oldest + PAGE - 1).millis < least) {
      pages.set(oldest / PAGE, null);
      oldest += PAGE;
      indexes.forgetBefore(oldest);
      if (oldest % (64 * PAGE) == 0) {
        indexes.numbers.forgetBelow(oldest);
      }
    }
  }

  /** Once in years: numbers are ints, and each band of each text has one. */
  private void renumber() {
    List<HeldFiling> held = new ArrayList<>();
    for (int ordinal = oldest; ordinal < count; ordinal++) {
      held.add(get(ordinal));
    }
    pages.clear();
    indexes = new Indexes();
    count = 0;
    oldest = 0;
    held.subList(0, Math.max(0, held.size() - most / 2)).clear();
    held.forEach(this::add);
  }

  private static final class Indexes {

    static final int ABSTRACT_BANDS = 128;

    final SketchIndex abstracts = new SketchIndex(ABSTRACT_BANDS, 3);
    final SketchIndex claims = new SketchIndex(20, 4);
    final SketchIndex descriptions = new SketchIndex(14, 4);
    final SketchIndex skeletons = new SketchIndex(6, 6);
    final SentencePostings sentences = new SentencePostings();
    final HashedNumbers numbers = new HashedNumbers();

    void add(HeldFiling filing, int ordinal, PatentMemory memory) {
      numbers.put(HeldFiling.hash(filing.number), ordinal);
      abstracts.add(filing.imprint.abstractText(), of -> memory.get(of).imprint.abstractText());
      claims.add(filing.imprint.claims(), of -> memory.get(of).imprint.claims());
      descriptions.add(filing.imprint.description(), of -> memory.get(of).imprint.description());
      skeletons.add(filing.imprint.skeleton(), of -> memory.get(of).imprint.skeleton());
      sentences.add(filing.imprint.sentences(), of -> memory.get(of).imprint.sentences());
    }

    void forgetBefore(int ordinal) {
      abstracts.forgetBefore(ordinal);
      claims.forgetBefore(ordinal);
      descriptions.forgetBefore(ordinal);
      skeletons.forgetBefore(ordinal);
      sentences.forgetBefore(ordinal);
    }

    long cut() {
      return abstracts.cut() + claims.cut() + descriptions.cut() + skeletons.cut();
    }
  }
}
