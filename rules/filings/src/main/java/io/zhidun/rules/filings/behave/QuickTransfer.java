package io.zhidun.rules.filings.behave;

import io.zhidun.rules.filings.ledger.Applicants;
import io.zhidun.rules.filings.ledger.Days;
import io.zhidun.rules.filings.ledger.FilingRows;
import io.zhidun.rules.filings.ledger.Ledger;
import io.zhidun.rules.filings.record.ChangeKind;
import io.zhidun.rules.filings.record.FilingChange;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.record.PartyKind;
import io.zhidun.rules.filings.signal.Detector;
import io.zhidun.rules.filings.signal.Signal;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import io.zhidun.rules.filings.signal.Subject;
import io.zhidun.rules.filings.signal.SubjectType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code quick-transfer}: patents that change hands within 180 days of filing or 90 days of grant,
 * by who gives them and by who collects them within a year; with the inventors replaced as a whole
 * where they were (kind P7).
 *
 * <p>Passed over: parties that a register relates, what universities and institutes hand over, and
 * patents with a recorded licence or pledge. At most 200,000 parties with a quick transfer.
 */
public final class QuickTransfer implements Detector {

  static final String CODE = "quick-transfer";

  private static final int BEFORE_GRANT_DAYS = 180;
  private static final int AFTER_GRANT_DAYS = 90;
  private static final int LEAST_GIVEN = 3;
  private static final int LEAST_TAKEN = 5;
  private static final int LEAST_GIVERS = 3;
  private static final int MOST_PARTIES = 200_000;

  private final Ledger ledger;
  private final Map<String, Deals> given = new HashMap<>();
  private final Map<String, Deals> taken = new HashMap<>();
  private int sweptOn;

  public QuickTransfer(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void see(FilingRecord record, SignalSink signals) {
    if (!ledger.enter(record) || !(record instanceof FilingChange change)) {
      return;
    }
    int row = ledger.row();
    if (row < 0 || !ledger.rows().is(row, FilingRows.PATENT)) {
      return;
    }
    sweepDaily();
    if (change.kind() == ChangeKind.INVENTOR_CHANGE) {
      replaceInventors(row, change, signals);
    } else if (isQuick(change, row) && !isUsual(change, row)) {
      enter(change, row, signals);
    }
  }

  private void sweepDaily() {
    if (ledger.day() != sweptOn) {
      sweptOn = ledger.day();
      for (Map<String, Deals> role : List.of(given, taken)) {
        role.values().forEach(deals -> deals.expire(sweptOn));
        role.values().removeIf(Deals::isEmpty);
      }
    }
  }

  private int daysAfter(FilingChange change, int row) {
    int day = Days.of(change.time());
    return switch (change.kind()) {
      case APPLICANT_CHANGE -> day - Days.dayOfSeconds(ledger.rows().time(row));
      case ASSIGNMENT -> ledger.rows().grantDay(row) == 0 ? -1 : day - ledger.rows().grantDay(row);
      case INVENTOR_CHANGE,
          WITHDRAWAL,
          DEEMED_WITHDRAWAL,
          NOTICE,
          DELIVERY_FAILED,
          GRANT,
          REFUSAL,
          OPPOSITION_UPHELD,
          INVALIDATION,
          BAD_FAITH_DECISION,
          CANCELLED_NON_USE,
          LICENCE,
          PLEDGE,
          OFFERED_FOR_SALE ->
          -1;
    };
  }

  private boolean isQuick(FilingChange change, int row) {
    int days = daysAfter(change, row);
    int limit = change.kind() == ChangeKind.APPLICANT_CHANGE ? BEFORE_GRANT_DAYS : AFTER_GRANT_DAYS;
    return days >= 0 && days <= limit && !change.to().isEmpty();
  }

  private boolean isUsual(FilingChange change, int row) {
    Applicants applicants = ledger.applicants();
    int id = ledger.rows().applicant(row);
    String to = change.to().get(0).key();
    boolean publicBody =
        change.from().isEmpty()
            ? id >= 0 && applicants.isPublicBody(id)
            : isPublicBody(change.from().get(0).kind());
    boolean own = id >= 0 && (applicants.key(id).equals(to) || applicants.related(id, to));
    return publicBody || own || ledger.rows().is(row, FilingRows.LICENSED_OR_PLEDGED);
  }

  private static boolean isPublicBody(PartyKind kind) {
    return kind == PartyKind.UNIVERSITY
        || kind == PartyKind.INSTITUTE
        || kind == PartyKind.GOVERNMENT;
  }

  private void enter(FilingChange change, int row, SignalSink signals) {
    int id = ledger.rows().applicant(row);
    if (id < 0 && change.from().isEmpty()) {
      return;
    }
    Applicants applicants = ledger.applicants();
    Party to = change.to().get(0);
    String fromKey = change.from().isEmpty() ? applicants.key(id) : change.from().get(0).key();
    String fromName = change.from().isEmpty() ? applicants.name(id) : change.from().get(0).name();
    ledger.rows().mark(row, FilingRows.MOVED_QUICKLY);
    int day = ledger.day();
    int after = daysAfter(change, row);
    String number = change.applicationNumber();
    Deals giver = deals(given, fromKey, fromName);
    giver.add(new Deals.Deal(day, row, number, to.key(), to.name(), after));
    look(giver, true, change.time(), signals);
    Deals taker = deals(taken, to.key(), to.name());
    taker.add(new Deals.Deal(day, row, number, fromKey, fromName, after));
    look(taker, false, change.time(), signals);
  }

  private static Deals deals(Map<String, Deals> role, String key, String name) {
    Deals deals = role.get(key);
    if (deals == null) {
      deals = new Deals(key, name);
      if (role.size() < MOST_PARTIES) {
        role.put(key, deals);
      }
    }
    return deals;
  }

  private void replaceInventors(int row, FilingChange change, SignalSink signals) {
    int before = ledger.rows().inventors(row);
    int after = FilingRows.signature(change.inventors());
    if (before == 0 || after == 0 || (before & after) != 0) {
      return;
    }
    ledger.rows().mark(row, FilingRows.INVENTORS_REPLACED);
    if (!ledger.rows().is(row, FilingRows.MOVED_QUICKLY) || ledger.rows().applicant(row) < 0) {
      return;
    }
    Deals giver = given.get(ledger.applicants().key(ledger.rows().applicant(row)));
    if (giver != null) {
      giver.said = 0;
      look(giver, true, change.time(), signals);
    }
  }

  private int replaced(Deals deals) {
    return (int)
        deals.all().stream()
            .filter(deal -> ledger.rows().is(deal.row(), FilingRows.INVENTORS_REPLACED))
            .count();
  }

  private void look(Deals deals, boolean gives, Instant time, SignalSink signals) {
    int count = deals.all().size();
    int replaced = replaced(deals);
    boolean holds =
        gives
            ? count >= LEAST_GIVEN || replaced > 0
            : count >= LEAST_TAKEN && deals.others() >= LEAST_GIVERS;
    if (!holds || (deals.said > 0 && count < deals.said + Math.max(1, deals.said / 20))) {
      return;
    }
    deals.said = count;
    signals.accept(signal(deals, gives, replaced, time));
  }

  private Signal signal(Deals deals, boolean gives, int replaced, Instant time) {
    int count = deals.all().size();
    SignalDraft draft =
        new SignalDraft(
                CODE,
                SignalFamily.HISTORY,
                new Subject(SubjectType.APPLICANT, deals.key, deals.name),
                gives ? "365d" : "365d/taken")
            .number("role", gives ? "assignor" : "assignee")
            .number("transfers", count)
            .number("parties", deals.others())
            .rounded("dispersion", deals.dispersion())
            .number("medianDays", deals.medianDays())
            .number("inventorsReplaced", replaced);
    for (Deals.Deal deal : deals.all().subList(Math.max(0, count - Signal.MOST_EVIDENCE), count)) {
      draft.evidence(
          "transfer",
          "filing",
          deal.number(),
          gives ? "to" : "from",
          deal.otherName(),
          "days",
          deal.after(),
          "inventorsReplaced",
          ledger.rows().is(deal.row(), FilingRows.INVENTORS_REPLACED));
    }
    double score =
        0.3
            + 0.35 * (1 - Math.exp(-(count - 1) / 8.0))
            + 0.2 * deals.dispersion()
            + 0.15 * replaced / count;
    int eldest = deals.all().get(0).row();
    Instant first = ledger.rows().holds(eldest) ? Days.instant(ledger.rows().time(eldest)) : time;
    return draft
        .filings(deals.all().stream().map(Deals.Deal::number).distinct().toList(), count)
        .scored(score, first, time);
  }
}
