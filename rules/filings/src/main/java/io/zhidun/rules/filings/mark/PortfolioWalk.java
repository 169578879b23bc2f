package io.zhidun.rules.filings.mark;

import io.zhidun.rules.filings.signal.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The newest marks of one applicant from a day on, with how they belong together; at most {@link
 * Coherence#MOST} are looked at. Used again for each portfolio; one thread at a time.
 */
final class PortfolioWalk {

  /** Beginnings of marks that a reviewer is shown. */
  static final int MOST_EXAMPLES = 10;

  private final MarkBook book;
  private final Coherence coherence = new Coherence();
  private final List<String> filings = new ArrayList<>();
  private final List<String> examples = new ArrayList<>();
  private int firstDay;
  private int shortMarks;
  private int arbitrary;
  private boolean whole;

  PortfolioWalk(MarkBook book) {
    this.book = book;
  }

  void over(int applicant, int fromDay) {
    coherence.begin(book.applicants().live(applicant));
    filings.clear();
    examples.clear();
    shortMarks = 0;
    arbitrary = 0;
    whole = true;
    int mark = book.applicants().newest(applicant);
    while (mark != MarkBook.NONE && book.day(mark) >= fromDay) {
      if (!book.isDead(mark) && !take(mark)) {
        whole = false;
        break;
      }
      mark = book.previous(mark);
    }
    Collections.reverse(filings);
  }

  private boolean take(int mark) {
    int known = coherence.distinct();
    if (!coherence.add(book.textHash(mark), book.letters(mark), book.classes(mark))) {
      return false;
    }
    boolean isNew = coherence.distinct() > known;
    firstDay = book.day(mark);
    if (isNew) {
      shortMarks += book.isShort(mark) ? 1 : 0;
      arbitrary += book.isArbitrary(mark) ? 1 : 0;
    }
    if (isNew && examples.size() < MOST_EXAMPLES) {
      examples.add(book.beginning(mark));
    }
    String application = book.application(mark);
    if (application != null && filings.size() < Signal.MOST_FILINGS) {
      filings.add(application);
    }
    return true;
  }

  Coherence coherence() {
    return coherence;
  }

  /** False where there were more than could be looked at. */
  boolean isWhole() {
    return whole;
  }

  /** The day of the oldest one looked at, days since 1970. */
  int firstDay() {
    return firstDay;
  }

  /** Application numbers, the oldest first: the newest 200 whose number could be kept. */
  List<String> filings() {
    return filings;
  }

  List<String> examples() {
    return examples;
  }

  /** Different marks of two or three Chinese characters. */
  int shortMarks() {
    return shortMarks;
  }

  /** Those of them that are arbitrary. */
  int arbitrary() {
    return arbitrary;
  }
}
