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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code repeated-against-owner}: after a filing like an owner's mark was refused, opposed with
 * success or invalidated, the applicant, or a party that it is declared related to, files at least
 * twice more against the same owner within 60 months. The window is the owner's key.
 */
final class RepeatedOwnerDetector implements Detector {

  static final String CODE = "repeated-against-owner";
  static final int LEAST_AFTER = 2;

  /** That earlier ones were lost says as much as the likeness. */
  private static final double LEAST_SCORE = 0.75;

  private final MarkMemory memory;

  RepeatedOwnerDetector(MarkMemory memory) {
    this.memory = memory;
  }

  @Override
  public void see(FilingRecord record, SignalSink signals) {
    memory.see(record);
    List<ProtectedHit> hits = memory.marks.hits();
    if (hits.isEmpty() || !(record instanceof Filing filing) || filing.applicant() == null) {
      return;
    }
    Set<String> owners = new LinkedHashSet<>();
    for (ProtectedHit hit : hits) {
      if (owners.add(hit.owner())) {
        judge(filing, filing.applicant(), hit, signals);
      }
    }
  }

  private void judge(Filing filing, Party applicant, ProtectedHit hit, SignalSink signals) {
    Map<String, Imitation> against = against(filing, applicant, hit.owner());
    Instant lost = firstLoss(against, filing.time());
    List<Imitation> after = new ArrayList<>();
    int losses = 0;
    for (Imitation imitation : against.values()) {
      losses += imitation.lost == null ? 0 : 1;
      if (imitation.time.isAfter(lost)) {
        after.add(imitation);
      }
    }
    if (losses > 0 && after.size() >= LEAST_AFTER) {
      signals.accept(signal(filing, applicant, hit, against, after.size(), losses));
    }
  }

  /** The filings against one owner, by application, in order of time. */
  private Map<String, Imitation> against(Filing filing, Party applicant, String owner) {
    List<Imitation> all = new ArrayList<>(memory.imitations.of(applicant.key()));
    for (String code : memory.kinship.relatedTo(applicant.key())) {
      all.addAll(memory.imitations.of(code));
    }
    all.sort((a, b) -> a.time.compareTo(b.time));
    Instant oldest = Months.before(filing.time(), Imitations.MONTHS);
    Map<String, Imitation> against = new LinkedHashMap<>();
    for (Imitation imitation : all) {
      if (imitation.hit.owner().equals(owner) && !imitation.time.isBefore(oldest)) {
        against.putIfAbsent(imitation.application, imitation);
      }
    }
    return against;
  }

  private static Instant firstLoss(Map<String, Imitation> against, Instant otherwise) {
    Instant first = otherwise;
    for (Imitation imitation : against.values()) {
      if (imitation.lost != null && imitation.lost.isBefore(first)) {
        first = imitation.lost;
      }
    }
    return first;
  }

  private static Signal signal(
      Filing filing,
      Party applicant,
      ProtectedHit hit,
      Map<String, Imitation> against,
      int after,
      int losses) {
    List<Evidence> evidence = new ArrayList<>();
    for (Imitation imitation : against.values()) {
      Evidence likeness = Findings.likeness(imitation.application, imitation.text, imitation.hit);
      Map<String, Object> values = new LinkedHashMap<>(likeness.values());
      values.put("filed", imitation.time.toString());
      if (imitation.lost != null && imitation.how != null) {
        values.put("lost", imitation.lost.toString());
        values.put("outcome", imitation.how.wire());
      }
      evidence.add(new Evidence("filing-against-owner", values));
    }
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("owner", hit.entry().mark().owner());
    numbers.put("protectedMark", hit.entry().name());
    numbers.put("filings", against.size());
    numbers.put("lost", losses);
    numbers.put("after", after);
    return new Signal(
        CODE,
        SignalFamily.HISTORY,
        Findings.applicant(applicant),
        hit.owner(),
        Findings.score(
            Math.max(LEAST_SCORE, hit.score()) * (1 - Math.exp(-(after + losses) / 2.5))),
        against.values().iterator().next().time,
        filing.time(),
        List.copyOf(against.keySet()),
        against.size(),
        evidence,
        numbers);
  }
}
