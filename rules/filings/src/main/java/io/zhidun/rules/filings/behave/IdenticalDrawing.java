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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code identical-drawing}: a drawing, byte for byte, in the filings of different applicants
 * within 24 months (kind P1).
 *
 * <p>Not within a declared family, not among related parties, and not where more than {@link
 * #STANDARD} other filings have it: then it is a standard drawing, and what was said of a filing
 * for nothing else is taken back with score 0. The first {@link #MOST_DRAWINGS} drawings of a
 * filing are kept, about 25 bytes each.
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

  /** By drawing: the filings of which something was said for it. */
  private final Map<Integer, List<Integer>> saidFor = new HashMap<>();

  /** By filing: for how many drawings something was said of it. */
  private final Map<Integer, Integer> reasons = new HashMap<>();

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
      int id = drawings.intern(Hash64.of('Z', drawing), ledger.day());
      int row = id < 0 ? -1 : earlier(id, filing.family());
      if (row >= 0) {
        same++;
        rows.add(row);
        saidFor.computeIfAbsent(id, drawingId -> new ArrayList<>(2)).add(ledger.row());
      } else if (id >= 0 && others.get(id) > STANDARD) {
        takeBack(id, filing.time(), signals);
      }
    }
    drawings.sweep(SWEEP_STEPS, ledger.day() - Days.HORIZON, this::forget);
    if (same > 0) {
      reasons.put(ledger.row(), same);
      say(filing, same, kept.size(), rows, signals);
    }
  }

  /** The drawing is a standard one: nothing is said of a filing for it alone. */
  private void takeBack(int id, Instant time, SignalSink signals) {
    List<Integer> rows = saidFor.remove(id);
    for (int row : rows == null ? List.<Integer>of() : rows) {
      boolean alone = reasons.merge(row, -1, Integer::sum) <= 0;
      if (alone && ledger.rows().holds(row)) {
        reasons.remove(row);
        int applicant = ledger.rows().applicant(row);
        signals.accept(
            draft(applicant, ledger.rows().number(row))
                .number("sameDrawings", 0)
                .number("withdrawn", true)
                .scored(0, time, time));
      }
    }
  }

  private SignalDraft draft(int applicant, String number) {
    String key = ledger.applicants().key(applicant);
    Subject subject = new Subject(SubjectType.APPLICANT, key, ledger.applicants().name(applicant));
    return new SignalDraft(CODE, SignalFamily.TEXT, subject, number);
  }

  /** The first filing with the drawing where it is another's, or -1; remembers the drawing. */
  private int earlier(int id, Family family) {
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
    Set<Integer> involved = new TreeSet<>(rows);
    involved.add(ledger.row());
    SignalDraft draft =
        draft(ledger.applicant(), filing.applicationNumber())
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
    List<Integer> rows = saidFor.remove(id);
    if (rows != null) {
      rows.forEach(reasons::remove);
    }
  }
}
