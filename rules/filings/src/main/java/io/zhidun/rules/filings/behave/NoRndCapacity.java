package io.zhidun.rules.filings.behave;

import io.zhidun.rules.filings.ledger.Applicants;
import io.zhidun.rules.filings.ledger.ByteColumn;
import io.zhidun.rules.filings.ledger.Days;
import io.zhidun.rules.filings.ledger.FilingRows;
import io.zhidun.rules.filings.ledger.IntColumn;
import io.zhidun.rules.filings.ledger.Ledger;
import io.zhidun.rules.filings.ledger.Rolling;
import io.zhidun.rules.filings.record.EntityRecord;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.PartyKind;
import io.zhidun.rules.filings.signal.Detector;
import io.zhidun.rules.filings.signal.Signal;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import io.zhidun.rules.filings.signal.Subject;
import io.zhidun.rules.filings.signal.SubjectType;
import java.util.List;

/**
 * {@code no-rnd-capacity}: a company files more patents in a year than its insured employees let
 * expect (kind P5).
 *
 * <p>The ratio is compared with companies of the same size. Says nothing of universities and
 * institutes, and nothing where the headcount is unknown: missing is not zero.
 */
public final class NoRndCapacity implements Detector {

  static final String CODE = "no-rnd-capacity";

  private static final int LEAST_FILINGS = 10;
  private static final double LEAST_RATIO = 2;
  private static final double MANY_TIMES = 5;
  private static final double LEAST_PERCENTILE = 0.99;
  private static final double MOST_PEERS = 0.9;
  private static final int YOUNG_DAYS = 180;
  private static final int YEAR = 365;
  private static final double SAY_AGAIN = 1.25;

  private final Ledger ledger;
  private final Rolling patents = new Rolling();
  private final PeerRatios peers = new PeerRatios();
  private final ByteColumn bands = new ByteColumn();
  private final ByteColumn steps = new ByteColumn();
  private final IntColumn said = new IntColumn();

  public NoRndCapacity(Ledger ledger) {
    this.ledger = ledger;
    ledger
        .applicants()
        .whenForgotten(
            id -> {
              rank(id, 0, 0);
              patents.forget(id);
              said.set(id, 0);
            });
  }

  @Override
  public void see(FilingRecord record, SignalSink signals) {
    if (!ledger.enter(record) || ledger.applicant() < 0) {
      return;
    }
    int id = ledger.applicant();
    if (record instanceof Filing filing && filing.kind().isPatent()) {
      patents.add(id, ledger.day());
      look(id, record, signals);
    } else if (record instanceof EntityRecord) {
      look(id, record, signals);
    }
  }

  /** Counts the company in the band of its present headcount, no longer in that of a former one. */
  private void rank(int id, int band, int step) {
    peers.move(bands.get(id), steps.get(id), 0);
    peers.move(band, 0, step);
    bands.set(id, (byte) band);
    steps.set(id, (byte) step);
  }

  private int band(int id) {
    return PeerRates.bandOfHeadcount(ledger.applicants().headcount(id));
  }

  private void look(int id, FilingRecord record, SignalSink signals) {
    Applicants applicants = ledger.applicants();
    int headcount = applicants.headcount(id);
    if (headcount < 0 || applicants.kind(id) != PartyKind.COMPANY) {
      return;
    }
    int count = patents.sum(id, ledger.day());
    if (count == 0) {
      return;
    }
    double ratio = (double) count / Math.max(1, headcount);
    rank(id, band(id), PeerRatios.step(ratio));
    if (count < Math.max(LEAST_FILINGS, said.get(id) * SAY_AGAIN)) {
      return;
    }
    boolean known = peers.areKnown(band(id));
    double percentile = known ? peers.percentile(band(id), ratio) : 1;
    if (isTooMany(ratio, known, percentile)) {
      said.set(id, count);
      signals.accept(signal(id, count, ratio, percentile, record));
    }
  }

  /**
   * Among the smallest companies shells are so many that one of them is no exception there: so many
   * times its employees is too many wherever most companies of its size file less.
   */
  private static boolean isTooMany(double ratio, boolean known, double percentile) {
    if (ratio >= MANY_TIMES) {
      return !known || percentile >= MOST_PEERS;
    }
    return known && ratio >= LEAST_RATIO && percentile >= LEAST_PERCENTILE;
  }

  private Signal signal(int id, int count, double ratio, double percentile, FilingRecord record) {
    Applicants applicants = ledger.applicants();
    int age = daysToFirstFiling(id);
    List<Integer> rows =
        ledger.rows().since(id, ledger.day() - YEAR, 2 * Signal.MOST_FILINGS).stream()
            .filter(row -> ledger.rows().is(row, FilingRows.PATENT))
            .toList();
    SignalDraft draft =
        new SignalDraft(
                CODE,
                SignalFamily.PROFILE,
                new Subject(SubjectType.APPLICANT, applicants.key(id), applicants.name(id)),
                "365d")
            .number("filings", count)
            .number("insured", applicants.headcount(id))
            .rounded("ratio", ratio)
            .rounded("peerPercentile", 100 * percentile)
            .evidence("headcount", "insured", applicants.headcount(id), "filings", count);
    if (age >= 0) {
      draft.number("foundingToFirstFilingDays", age);
    }
    boolean young = age >= 0 && age <= YOUNG_DAYS;
    double score =
        0.35 + 0.4 * Math.min(1, Math.log10(ratio / LEAST_RATIO) / 1.2) + (young ? 0.2 : 0);
    int eldest = rows.isEmpty() ? -1 : rows.get(rows.size() - 1);
    return draft
        .filings(ledger.rows().numbers(rows), count)
        .scored(
            score,
            eldest < 0 ? record.time() : Days.instant(ledger.rows().time(eldest)),
            record.time());
  }

  /** From the foundation to the first filing that was seen, or -1. */
  private int daysToFirstFiling(int id) {
    int founded = ledger.applicants().foundedDay(id);
    int first = ledger.applicants().firstDay(id);
    return founded == Integer.MIN_VALUE || first < founded ? -1 : first - founded;
  }
}
