package io.zhidun.rules.filings.mark;

import io.zhidun.rules.filings.record.ChangeKind;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingChange;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.Mark;
import io.zhidun.rules.filings.record.Party;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The trademark filings of the last {@link #MONTHS} months, by event time, each on its first
 * applicant's chain, newest first.
 *
 * <p>Flat columns and hashes in place of texts: about 90 bytes a mark and 60 an applicant. At most
 * {@link #MOST_MARKS} marks: then the oldest goes early, counted in {@link #crowdedOut()}. Marks
 * are numbered in order of arrival; {@link #NONE} ends a chain. One thread at a time.
 */
final class MarkBook {

  static final int NONE = -1;
  static final int MONTHS = 36;
  static final int MOST_MARKS = 16_000_000;

  private static final int DAYS = 1096;
  private static final int DEAD = 1 << 31;
  private static final int SHORT = 1 << 30;
  private static final int ARBITRARY = 1 << 29;
  private static final int DAY = ARBITRARY - 1;

  private final int mostMarks;
  private final Applicants applicants = new Applicants();
  private final LongIndex byNumber = new LongIndex();
  private final LongColumn numbers = new LongColumn();
  private final LongColumn classes = new LongColumn();
  private final LongColumn letters = new LongColumn();
  private final IntColumn texts = new IntColumn();
  private final IntColumn owners = new IntColumn();
  private final IntColumn previous = new IntColumn();
  private final IntColumn days = new IntColumn();
  private final IntColumn granted = new IntColumn();
  private int first;
  private int next;
  private int added = NONE;
  private long crowdedOut;

  MarkBook() {
    this(MOST_MARKS);
  }

  MarkBook(int mostMarks) {
    this.mostMarks = mostMarks;
  }

  /** Takes a record in; afterwards {@link #added} is the mark that it brought. */
  void see(FilingRecord record, Bigrams bigrams) {
    added = NONE;
    if (record instanceof Filing filing && filing.mark() != null && filing.applicant() != null) {
      expire(Months.day(filing.time()) - DAYS);
      add(filing, filing.mark(), filing.applicant(), bigrams);
    } else if (record instanceof FilingChange change) {
      change(change);
    }
  }

  /**
   * The mark that the last record brought, or {@link #NONE}: no mark, or a number known already.
   */
  int added() {
    return added;
  }

  long crowdedOut() {
    return crowdedOut;
  }

  int size() {
    return next - first;
  }

  Applicants applicants() {
    return applicants;
  }

  /** The mark of an application number, or {@link #NONE}. */
  int find(String application) {
    return byNumber.get(Hashes.mix(PackedNumber.of(application)));
  }

  /** Its application number, or null where the number is of an unusual form. */
  @Nullable String application(int mark) {
    return PackedNumber.text(numbers.get(mark));
  }

  int owner(int mark) {
    return owners.get(mark);
  }

  /** The applicant's mark before this one, or {@link #NONE}. */
  int previous(int mark) {
    int before = previous.get(mark);
    return before < first ? NONE : before;
  }

  /** Days since 1970, in China. */
  int day(int mark) {
    return days.get(mark) & DAY;
  }

  /** The day it was registered, or 0. */
  int grantedDay(int mark) {
    return granted.get(mark);
  }

  boolean isDead(int mark) {
    return (days.get(mark) & DEAD) != 0;
  }

  /** Two or three Chinese characters and nothing else. */
  boolean isShort(int mark) {
    return (days.get(mark) & SHORT) != 0;
  }

  /** Short, and its characters do not occur together in words or in others' marks. */
  boolean isArbitrary(int mark) {
    return (days.get(mark) & ARBITRARY) != 0;
  }

  long classes(int mark) {
    return classes.get(mark);
  }

  int textHash(int mark) {
    return texts.get(mark);
  }

  /** The first four letters of the folded text, 16 bits each, the first one highest. */
  long letters(int mark) {
    return letters.get(mark);
  }

  /** The first four letters as a text. */
  String beginning(int mark) {
    StringBuilder text = new StringBuilder(4);
    for (int shift = 48; shift >= 0; shift -= 16) {
      char c = (char) (letters.get(mark) >>> shift);
      if (c != 0) {
        text.append(c);
      }
    }
    return text.toString();
  }

  private void add(Filing filing, Mark mark, Party applicant, Bigrams bigrams) {
    long number = PackedNumber.of(filing.applicationNumber());
    if (byNumber.get(Hashes.mix(number)) != NONE) {
      return;
    }
    int owner = applicants.of(applicant.key());
    MarkText text = MarkText.of(mark.text());
    boolean isShort =
        text.latin().isEmpty() && text.hanzi().length() >= 2 && text.hanzi().length() <= 3;
    boolean arbitrary = isShort && !bigrams.knows(text.hanzi());
    int day = Months.day(filing.time());
    int id = next++;
    byNumber.put(Hashes.mix(number), id);
    numbers.set(id, number);
    classes.set(id, NiceClasses.bits(mark.niceClasses()));
    letters.set(id, letters(text.folded()));
    texts.set(id, (int) Hashes.of(text.isEmpty() ? filing.applicationNumber() : text.folded()));
    owners.set(id, owner);
    previous.set(id, applicants.newest(owner));
    days.set(id, day | (isShort ? SHORT : 0) | (arbitrary ? ARBITRARY : 0));
    granted.set(id, 0);
    applicants.file(owner, applicant, id, day);
    if (applicants.live(owner) <= Bigrams.MOST_TAUGHT) {
      bigrams.learn(text.hanzi(), owner);
    }
    added = id;
    if (size() > mostMarks) {
      crowdedOut++;
      dropFirst();
    }
  }

  private void change(FilingChange change) {
    int mark = find(change.applicationNumber());
    if (mark == NONE) {
      return;
    }
    if (change.kind() == ChangeKind.GRANT) {
      granted.set(mark, Months.day(change.time()));
    } else if (ends(change.kind()) && !isDead(mark)) {
      days.set(mark, days.get(mark) | DEAD);
      applicants.lose(owners.get(mark));
    }
  }

  private static boolean ends(ChangeKind kind) {
    return switch (kind) {
      case WITHDRAWAL,
          DEEMED_WITHDRAWAL,
          REFUSAL,
          OPPOSITION_UPHELD,
          INVALIDATION,
          CANCELLED_NON_USE ->
          true;
      case APPLICANT_CHANGE,
          ASSIGNMENT,
          INVENTOR_CHANGE,
          NOTICE,
          DELIVERY_FAILED,
          GRANT,
          BAD_FAITH_DECISION,
          LICENCE,
          PLEDGE,
          OFFERED_FOR_SALE ->
          false;
    };
  }

  private void expire(int oldest) {
    while (first < next && day(first) < oldest) {
      dropFirst();
    }
  }

  private void dropFirst() {
    int id = first++;
    byNumber.remove(Hashes.mix(numbers.get(id)));
    applicants.drop(owners.get(id), id, isDead(id));
    if ((first & 0xffff) == 0) {
      dropPages();
    }
  }

  private void dropPages() {
    for (LongColumn column : List.of(numbers, classes, letters)) {
      column.dropBelow(first);
    }
    for (IntColumn column : List.of(texts, owners, previous, days, granted)) {
      column.dropBelow(first);
    }
  }

  private static long letters(String text) {
    long packed = 0;
    for (int i = 0; i < 4; i++) {
      packed = packed << 16 | (i < text.length() ? text.charAt(i) : 0);
    }
    return packed;
  }

  /** The applicant of a party's key, or {@link #NONE} where it has no mark here. */
  int applicant(@Nullable String key) {
    return key == null ? NONE : applicants.find(key);
  }
}
