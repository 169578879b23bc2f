package io.zhidun.rules.filings.mark;

import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.signal.Detector;
import io.zhidun.rules.filings.signal.Evidence;
import io.zhidun.rules.filings.signal.Signal;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code mark-likeness}: a filing's mark is like a protected mark of somebody else. One signal a
 * filing; its window is the application number. Remembers nothing of its own.
 */
final class LikenessDetector implements Detector {

  static final String CODE = "mark-likeness";

  private final MarkMemory memory;

  LikenessDetector(MarkMemory memory) {
    this.memory = memory;
  }

  @Override
  public void see(FilingRecord record, SignalSink signals) {
    memory.see(record);
    List<ProtectedHit> hits = memory.marks.hits();
    if (hits.isEmpty() || !(record instanceof Filing filing) || filing.applicant() == null) {
      return;
    }
    signals.accept(signal(filing, filing.applicant(), hits));
  }

  private static Signal signal(Filing filing, Party applicant, List<ProtectedHit> hits) {
    ProtectedHit best = hits.get(0);
    List<Evidence> evidence = new ArrayList<>();
    for (ProtectedHit hit : hits) {
      evidence.add(
          Findings.likeness(filing.applicationNumber(), Findings.shown(filing.title()), hit));
    }
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("mark", Findings.shown(filing.title()));
    numbers.put("protectedMark", best.entry().name());
    numbers.put("owner", best.entry().mark().owner());
    numbers.put("fame", best.entry().mark().fame().wire());
    numbers.put("likeness", Findings.round(best.likeness().total()));
    numbers.put("reading", Findings.round(best.likeness().reading()));
    numbers.put("shape", Findings.round(best.likeness().shape()));
    numbers.put("meaning", Findings.round(best.likeness().meaning()));
    numbers.put("classesInCommon", NiceClasses.list(best.common()));
    return new Signal(
        CODE,
        SignalFamily.MARK,
        Findings.applicant(applicant),
        filing.applicationNumber(),
        Findings.score(best.score()),
        filing.time(),
        filing.time(),
        List.of(filing.applicationNumber()),
        1,
        evidence,
        numbers);
  }
}
