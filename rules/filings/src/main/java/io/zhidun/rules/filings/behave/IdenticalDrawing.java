package io.zhidun.rules.filings.behave;

import io.zhidun.rules.filings.ledger.ByteColumn;
import io.zhidun.rules.filings.ledger.Days;
import io.zhidun.rules.filings.ledger.Hash64;
import io.zhidun.rules.filings.ledger.IntColumn;
import io.zhidun.rules.filings.ledger.KeyTable;
import io.zhidun.rules.filings.ledger.Ledger;
import io.zhidun.rules.filings.record.Family;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.signal.Detector;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import io.zhidun.rules.filings.signal.Subject;
import io.zhidun.rules.filings.signal.SubjectType;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code identical-drawing}: a drawing, byte for byte, in the filings of different applicants
 * within 24 months (kind P1).
 *
 * <p>Not within a declared family, not among related parties, and not where more than {@link
 * #STANDARD} other filings have it: then it is a standard drawing. The first {@link #MOST_DRAWINGS}
 * drawings of a filing are kept, about 25 bytes each.
 */
public final class IdenticalDrawing implements Detector {

  static final String CODE = "identical-drawing";
  static final int STANDARD = 20;
  static final int MOST_DRAWINGS = 8;

  private static final int MOST_KEPT = 60_000_000;
  private static final int SWEEP_STEPS = 24;

  private final Ledger ledger;
  private final KeyTable drawings = new KeyTable(MOST_KEPT);
  private final IntColumn firstRows = new IntColumn();
  private final ByteColumn others = new ByteColumn();

  public IdenticalDrawing(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void see(FilingRecord record, SignalSink signals) {
    if (!ledger.enter(record)
        || !(record instanceof Filing filing)
        || filing.invention() == null
        || ledger.applicant() < 0) {
      return;
    }
    Set<String> unique = new LinkedHashSet<>(filing.invention().drawings());
    List<String> kept = unique.stream().limit(MOST_DRAWINGS).toList();
    Set<Integer> rows = new TreeSet<>();
    int same = 0;
    for (String drawing : kept) {
      int row = earlier(drawing, filing.family());
      if (row >= 0) {
        same++;
        rows.add(row);
      }
    }
    drawings.sweep(SWEEP_STEPS, ledger.day() - Days.HORIZON, this::forget);
    if (same > 0) {
      say(filing, same, kept.size(), rows, signals);
    }
  }

  /** The first filing with the drawing where it is another's, or -1; remembers the drawing. */
  private int earlier(String drawing, Family family) {
    int id = drawings.intern(Hash64.of('Z', drawing), ledger.day());
    if (id < 0) {
      return -1;
    }
    drawings.touch(id, ledger.day());
    int first = firstRows.get(id) - 1;
    if (first < 0 || !ledger.rows().holds(first)) {
      firstRows.set(id, ledger.row() + 1);
      others.set(id, (byte) 0);
      return -1;
    }
    int applicant = ledger.rows().applicant(first);
    if (applicant < 0
        || ledger.applicants().related(applicant, ledger.applicant())
        || isFamily(family, ledger.rows().number(first))) {
      return -1;
    }
    int more = Math.min(STANDARD + 1, others.get(id) + 1);
    others.set(id, (byte) more);
    return more > STANDARD ? -1 : first;
  }

  private static boolean isFamily(Family family, String number) {
    return family.priorities().contains(number)
        || number.equals(family.parent())
        || number.equals(family.declaredPair());
  }

  private void say(Filing filing, int same, int all, Set<Integer> rows, SignalSink signals) {
    int own = ledger.applicant();
    Set<Integer> involved = new TreeSet<>(rows);
    involved.add(ledger.row());
    SignalDraft draft =
        new SignalDraft(
                CODE,
                SignalFamily.TEXT,
                new Subject(
                    SubjectType.APPLICANT,
                    ledger.applicants().key(own),
                    ledger.applicants().name(own)),
                filing.applicationNumber())
            .number("sameDrawings", same)
            .number("drawings", all)
            .number("otherFilings", rows.size());
    Instant first = filing.time();
    for (int row : rows) {
      Instant time = Days.instant(ledger.rows().time(row));
      first = time.isBefore(first) ? time : first;
      draft.evidence(
          "identical-drawing",
          "filing",
          filing.applicationNumber(),
          "other",
          ledger.rows().number(row),
          "otherApplicant",
          ledger.applicants().name(ledger.rows().applicant(row)));
    }
    double score = 0.4 + 0.35 * same / all + 0.25 * Math.min(1, (same - 1) / 4.0);
    signals.accept(
        draft
            .filings(ledger.rows().numbers(List.copyOf(involved)), involved.size())
            .scored(score, first, filing.time()));
  }

  private void forget(int id) {
    firstRows.set(id, 0);
    others.set(id, (byte) 0);
  }
}
