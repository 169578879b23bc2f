package io.zhidun.rules.filings.mark;

import io.zhidun.rules.filings.record.ChangeKind;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingChange;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which protected marks an applicant's filings were like, and which of these filings were lost.
 *
 * <p>Keeps {@link #MONTHS} months by event time, the last {@link #MOST_EACH} of an applicant, and
 * the {@link #MOST_APPLICANTS} applicants that imitated last.
 */
final class Imitations {

  static final int MONTHS = 60;
  static final int MOST_EACH = 256;
  static final int MOST_APPLICANTS = 200_000;

  /** One filing like one protected mark. */
  static final class Imitation {
    final String application;
    final String text;
    final ProtectedHit hit;
    final Instant time;
    @Nullable Instant lost;
    @Nullable ChangeKind how;

    private Imitation(Filing filing, ProtectedHit hit) {
      application = filing.applicationNumber();
      text = Findings.shown(filing.title());
      this.hit = hit;
      time = filing.time();
    }
  }

  private final LinkedHashMap<String, List<Imitation>> byApplicant = new LinkedHashMap<>();
  private final Map<String, String> applicants = new HashMap<>();

  void see(FilingRecord record, List<ProtectedHit> hits) {
    if (record instanceof Filing filing && !hits.isEmpty() && filing.applicant() != null) {
      add(filing, filing.applicant(), hits);
    } else if (record instanceof FilingChange change && isLoss(change.kind())) {
      lose(change);
    }
  }

  /** In order of time, the last {@link #MONTHS} months at the time of the last filing. */
  List<Imitation> of(String applicant) {
    return byApplicant.getOrDefault(applicant, List.of());
  }

  private void add(Filing filing, Party applicant, List<ProtectedHit> hits) {
    if (applicants.containsKey(filing.applicationNumber())) {
      return;
    }
    List<Imitation> known = byApplicant.remove(applicant.key());
    List<Imitation> list = known == null ? new ArrayList<>(4) : known;
    byApplicant.put(applicant.key(), list);
    applicants.put(filing.applicationNumber(), applicant.key());
    for (ProtectedHit hit : hits) {
      list.add(new Imitation(filing, hit));
    }
    Instant oldest = Months.before(filing.time(), MONTHS);
    while (list.size() > MOST_EACH || list.get(0).time.isBefore(oldest)) {
      applicants.remove(list.remove(0).application);
    }
    if (byApplicant.size() > MOST_APPLICANTS) {
      dropQuietest();
    }
  }

  private void dropQuietest() {
    Iterator<List<Imitation>> lists = byApplicant.values().iterator();
    for (Imitation imitation : lists.next()) {
      applicants.remove(imitation.application);
    }
    lists.remove();
  }

  private void lose(FilingChange change) {
    String applicant = applicants.get(change.applicationNumber());
    if (applicant == null) {
      return;
    }
    for (Imitation imitation : of(applicant)) {
      if (imitation.application.equals(change.applicationNumber()) && imitation.lost == null) {
        imitation.lost = change.time();
        imitation.how = change.kind();
      }
    }
  }

  private static boolean isLoss(ChangeKind kind) {
    return kind == ChangeKind.REFUSAL
        || kind == ChangeKind.OPPOSITION_UPHELD
        || kind == ChangeKind.INVALIDATION;
  }
}
