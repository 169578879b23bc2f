package io.zhidun.rules.filings.mark;

import io.zhidun.rules.filings.mark.Imitations.Imitation;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.signal.Detector;
import io.zhidun.rules.filings.signal.Evidence;
import io.zhidun.rules.filings.signal.Signal;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code many-owners-imitated}: one applicant's filings of 36 months are like the marks of at least
 * three owners. A copier of many is told from a neighbour of one; each filing counts for the owner
 * whose mark it is most like.
 */
final class ManyOwnersDetector implements Detector {

  static final String CODE = "many-owners-imitated";
  static final int MONTHS = 36;
  static final int LEAST_OWNERS = 3;

  private final MarkMemory memory;

  ManyOwnersDetector(MarkMemory memory) {
    this.memory = memory;
  }

  @Override
  public void see(FilingRecord record, SignalSink signals) {
    memory.see(record);
    boolean hit = memory.marks.hits().stream().anyMatch(found -> !found.near());
    if (!hit || !(record instanceof Filing filing) || filing.applicant() == null) {
      return;
    }
    Party applicant = filing.applicant();
    Map<String, Imitation> owners = owners(filing, applicant);
    if (owners.size() >= LEAST_OWNERS) {
      signals.accept(signal(filing, applicant, owners));
    }
  }

  /** Each owner's most like filing, in order of the first. */
  private Map<String, Imitation> owners(Filing filing, Party applicant) {
    Instant oldest = Months.before(filing.time(), MONTHS);
    Map<String, Imitation> owners = new LinkedHashMap<>();
    String seen = "";
    for (Imitation imitation : memory.imitations.of(applicant.key())) {
      boolean best = !imitation.application.equals(seen) && !imitation.hit.near();
      seen = imitation.application;
      if (best && !imitation.time.isBefore(oldest)) {
        owners.merge(
            imitation.hit.owner(), imitation, (a, b) -> a.hit.score() >= b.hit.score() ? a : b);
      }
    }
    return owners;
  }

  private static Signal signal(Filing filing, Party applicant, Map<String, Imitation> owners) {
    List<String> filings = new ArrayList<>();
    List<Evidence> evidence = new ArrayList<>();
    double sum = 0;
    Instant first = filing.time();
    for (Imitation imitation : owners.values()) {
      filings.add(imitation.application);
      evidence.add(Findings.likeness(imitation.application, imitation.text, imitation.hit));
      sum += imitation.hit.score();
      first = imitation.time.isBefore(first) ? imitation.time : first;
    }
    double mean = sum / owners.size();
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("owners", owners.size());
    numbers.put("months", MONTHS);
    numbers.put("meanScore", Findings.round(mean));
    return new Signal(
        CODE,
        SignalFamily.MARK,
        Findings.applicant(applicant),
        MONTHS + "m",
        Findings.score(mean * (1 - 1.2 / owners.size())),
        first,
        filing.time(),
        filings,
        filings.size(),
        evidence,
        numbers);
  }
}
