package io.zhidun.rules.filings.behave;

import io.zhidun.rules.filings.ledger.Ledger;
import io.zhidun.rules.filings.record.Agency;
import io.zhidun.rules.filings.record.EntityRecord;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.Licence;
import io.zhidun.rules.filings.signal.Detector;
import io.zhidun.rules.filings.signal.Signal;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import io.zhidun.rules.filings.signal.Subject;
import io.zhidun.rules.filings.signal.SubjectType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code unlicensed-agency}: an agency files patents on days on which the register says that its
 * licence does not hold (kind P9). Says nothing of agencies that the register does not know.
 */
public final class UnlicensedAgency implements Detector {

  static final String CODE = "unlicensed-agency";

  private static final int MOST_AGENCIES = 200_000;
  private static final double SAY_AGAIN = 1.25;

  private final Ledger ledger;
  private final Map<String, Licence> licences = new HashMap<>();
  private final Map<String, Without> without = new HashMap<>();

  private static final class Without {
    final Instant first;
    final List<String> filings = new ArrayList<>();
    int count;
    int said;

    Without(Instant first) {
      this.first = first;
    }
  }

  public UnlicensedAgency(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void see(FilingRecord record, SignalSink signals) {
    if (!ledger.enter(record)) {
      return;
    }
    if (record instanceof EntityRecord entity && entity.licence() != null) {
      if (licences.containsKey(entity.code()) || licences.size() < MOST_AGENCIES) {
        licences.put(entity.code(), entity.licence());
      }
    } else if (record instanceof Filing filing && filing.kind().isPatent()) {
      file(filing, filing.agency(), signals);
    }
  }

  private void file(Filing filing, @Nullable Agency agency, SignalSink signals) {
    Licence licence = agency == null || agency.code() == null ? null : licences.get(agency.code());
    if (agency == null || licence == null || licence.holdsOn(filing.filingDate())) {
      return;
    }
    Without found = without.computeIfAbsent(agency.key(), a -> new Without(filing.time()));
    found.count++;
    if (found.filings.size() < Signal.MOST_FILINGS) {
      found.filings.add(filing.applicationNumber());
    }
    if (found.count < found.said * SAY_AGAIN) {
      return;
    }
    found.said = found.count;
    signals.accept(
        new SignalDraft(
                CODE,
                SignalFamily.PROFILE,
                new Subject(SubjectType.AGENCY, agency.key(), agency.name()),
                "licence")
            .number("filings", found.count)
            .evidence(
                "licence",
                "from",
                licence.from() == null ? "" : licence.from().toString(),
                "until",
                licence.until() == null ? "" : licence.until().toString(),
                "filingDate",
                filing.filingDate().toString())
            .filings(found.filings, found.count)
            .scored(
                0.7 + 0.3 * Math.min(1, Math.log10(found.count) / 2), found.first, filing.time()));
  }
}
