package io.zhidun.rules.filings.mark;

import io.zhidun.rules.filings.record.ChangeKind;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingChange;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.signal.Detector;
import io.zhidun.rules.filings.signal.Evidence;
import io.zhidun.rules.filings.signal.Signal;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code bad-faith-history}: an effective decision of the last 60 months found bad faith of the
 * applicant, or of a party that it is declared related to. Fires at each new trademark filing; the
 * window is {@code 60m}.
 *
 * <p>A decision is the applicant's that it names in {@code from}, else the one's that the {@link
 * MarkBook} knows for its application. Keeps the last {@link #MOST_EACH} decisions of a party and
 * the {@link #MOST_PARTIES} parties that were decided against last.
 */
final class BadFaithHistoryDetector implements Detector {

  static final String CODE = "bad-faith-history";
  static final int MONTHS = 60;
  static final int MOST_EACH = 50;
  static final int MOST_PARTIES = 200_000;

  private static final double RELATED = 0.7;

  private record Decision(String application, Instant time, String target) {}

  private final MarkMemory memory;
  private final LinkedHashMap<Long, List<Decision>> byParty = new LinkedHashMap<>();

  BadFaithHistoryDetector(MarkMemory memory) {
    this.memory = memory;
  }

  @Override
  public void see(FilingRecord record, SignalSink signals) {
    memory.see(record);
    if (record instanceof FilingChange change && change.kind() == ChangeKind.BAD_FAITH_DECISION) {
      decide(change);
    } else if (record instanceof Filing filing && filing.mark() != null && !byParty.isEmpty()) {
      judge(filing, signals);
    }
  }

  private void decide(FilingChange change) {
    int mark = memory.book.find(change.applicationNumber());
    if (!change.from().isEmpty()) {
      decide(Hashes.of(change.from().get(0).key()), change);
    } else if (mark != MarkBook.NONE) {
      decide(memory.book.applicants().key(memory.book.owner(mark)), change);
    }
  }

  private void decide(long party, FilingChange change) {
    List<Decision> known = byParty.remove(party);
    List<Decision> decisions = known == null ? new ArrayList<>(2) : known;
    byParty.put(party, decisions);
    decisions.removeIf(decision -> decision.application().equals(change.applicationNumber()));
    String target = change.target() == null ? "" : change.target();
    decisions.add(new Decision(change.applicationNumber(), change.time(), target));
    if (decisions.size() > MOST_EACH) {
      decisions.remove(0);
    }
    if (byParty.size() > MOST_PARTIES) {
      Iterator<Long> oldest = byParty.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  private void judge(Filing filing, SignalSink signals) {
    Party applicant = filing.applicant();
    if (applicant == null) {
      return;
    }
    Instant oldest = Months.before(filing.time(), MONTHS);
    List<Evidence> evidence = new ArrayList<>();
    int own = add(evidence, applicant.key(), "applicant", oldest);
    int related = 0;
    for (String code : memory.kinship.relatedTo(applicant.key())) {
      related += add(evidence, code, code, oldest);
    }
    if (own + related > 0) {
      signals.accept(signal(filing, applicant, evidence, own, related));
    }
  }

  private int add(List<Evidence> evidence, String key, String party, Instant oldest) {
    int count = 0;
    for (Decision decision : byParty.getOrDefault(Hashes.of(key), List.of())) {
      if (!decision.time().isBefore(oldest)) {
        count++;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("application", decision.application());
        values.put("decided", decision.time().toString());
        values.put("target", decision.target());
        values.put("party", party);
        evidence.add(new Evidence("bad-faith-decision", values));
      }
    }
    return count;
  }

  private static Signal signal(
      Filing filing, Party applicant, List<Evidence> evidence, int own, int related) {
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("decisions", own + related);
    numbers.put("own", own);
    numbers.put("related", related);
    numbers.put("months", MONTHS);
    double weight = own + RELATED * related;
    return new Signal(
        CODE,
        SignalFamily.HISTORY,
        Findings.applicant(applicant),
        MONTHS + "m",
        Findings.score(1 - Math.exp(-0.8 * weight)),
        filing.time(),
        filing.time(),
        List.of(filing.applicationNumber()),
        1,
        evidence,
        numbers);
  }
}
