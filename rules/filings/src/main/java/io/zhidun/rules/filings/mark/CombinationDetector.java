package io.zhidun.rules.filings.mark;

import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.signal.Detector;
import io.zhidun.rules.filings.signal.Evidence;
import io.zhidun.rules.filings.signal.Signal;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code arbitrary-combination}: most of a portfolio of 90 days are two or three characters that
 * mean nothing together.
 *
 * <p>One coined name is normal, so at least 20 different marks are asked for, and a share well
 * above what applicants with few marks show, which is learned from the stream.
 */
final class CombinationDetector implements Detector {

  static final String CODE = "arbitrary-combination";
  static final int DAYS = 90;
  static final int LEAST = 20;

  private static final double LEAST_SHARE = 0.55;
  private static final double LEAST_DIVERSITY = 0.5;
  private static final double DEVIATIONS = 2.5;

  private final MarkMemory memory;
  private final PortfolioWalk walk;
  private final PeerShare peers = new PeerShare();

  CombinationDetector(MarkMemory memory) {
    this.memory = memory;
    walk = new PortfolioWalk(memory.book);
  }

  @Override
  public void see(FilingRecord record, SignalSink signals) {
    memory.see(record);
    int mark = memory.book.added();
    if (mark == MarkBook.NONE || !(record instanceof Filing filing) || filing.applicant() == null) {
      return;
    }
    int owner = memory.book.owner(mark);
    int live = memory.book.applicants().live(owner);
    if (live < LEAST) {
      peers.count(memory.book.isArbitrary(mark));
    } else if (Steps.isDue(live)) {
      judge(filing, filing.applicant(), owner, signals);
    }
  }

  private void judge(Filing filing, Party applicant, int owner, SignalSink signals) {
    walk.over(owner, Months.day(filing.time()) - DAYS + 1);
    Coherence coherence = walk.coherence();
    int different = coherence.distinct();
    if (different < LEAST || coherence.unrelated() < LEAST_DIVERSITY * different) {
      return;
    }
    double share = (double) walk.arbitrary() / different;
    double usual = peers.share();
    double deviation = Math.sqrt(usual * (1 - usual) / different);
    if (share < LEAST_SHARE || share < usual + DEVIATIONS * deviation) {
      return;
    }
    double size = 1 - Math.exp(-different / 40.0);
    double score = (0.4 + 0.6 * (share - LEAST_SHARE) / (1 - LEAST_SHARE)) * (0.5 + 0.5 * size);
    signals.accept(signal(filing, applicant, share, usual, score));
  }

  private Signal signal(Filing filing, Party applicant, double share, double usual, double score) {
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("days", DAYS);
    numbers.put("different", walk.coherence().distinct());
    numbers.put("shortMarks", walk.shortMarks());
    numbers.put("arbitrary", walk.arbitrary());
    numbers.put("share", Findings.round(share));
    numbers.put("usualShare", Findings.round(usual));
    Map<String, Object> values = new LinkedHashMap<>(numbers);
    values.put("examples", List.copyOf(walk.examples()));
    LocalDate first = LocalDate.ofEpochDay(walk.firstDay());
    return new Signal(
        CODE,
        SignalFamily.MARK,
        Findings.applicant(applicant),
        DAYS + "d",
        Findings.score(score),
        first.atStartOfDay(Months.CHINA).toInstant(),
        filing.time(),
        walk.filings(),
        walk.coherence().marks(),
        List.of(new Evidence("arbitrary-marks", values)),
        numbers);
  }

  /** The share of arbitrary marks among applicants with few, from a start of 45 in 100. */
  private static final class PeerShare {
    private long arbitrary = 90;
    private long marks = 200;

    void count(boolean isArbitrary) {
      marks++;
      arbitrary += isArbitrary ? 1 : 0;
    }

    /** Kept within what was measured on names of companies and of mixed portfolios. */
    double share() {
      return Math.max(0.2, Math.min(0.6, (double) arbitrary / marks));
    }
  }
}
