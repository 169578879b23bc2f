package io.zhidun.rules.filings.form;

import io.zhidun.rules.filings.record.ChangeKind;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingChange;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.record.Person;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what happened to a filing: a line of its own, or the fields {@code withdrawalDate}, {@code
 * deemedWithdrawalDate}, {@code caseStatus}, {@code partyChangeEvents} and {@code markEvents} of
 * the filing's line.
 */
final class ChangeFields {

  private final PartyFields parties;

  ChangeFields(PartyFields parties) {
    this.parties = parties;
  }

  FilingChange read(Field line) {
    String number = ApplicationNumber.read(line.required("applicationNumber"));
    ChangeKind kind = WireNames.change(line.required("change"));
    return change(number, kind, Times.readTime(line.required("time")), line);
  }

  /** Adds to the list what the filing's line tells beside the filing; a broken part is a fault. */
  void within(Field line, Filing filing, List<FilingRecord> to) {
    dated(line, "withdrawalDate", ChangeKind.WITHDRAWAL, filing, to);
    dated(line, "deemedWithdrawalDate", ChangeKind.DEEMED_WITHDRAWAL, filing, to);
    status(line, filing, to);
    for (Field event : events(line, "partyChangeEvents")) {
      guarded(event, () -> to.add(partyChange(event, filing)));
    }
    int unknown = 0;
    for (Field event : events(line, "markEvents")) {
      unknown += markEvent(event, filing, to);
    }
    if (unknown > 0) {
      line.note(FormFault.of("markEvents", unknown + " events", "left out: of no kind of change"));
    }
  }

  private void dated(
      Field line, String member, ChangeKind kind, Filing filing, List<FilingRecord> to) {
    Field date = line.at(member);
    if (date != null) {
      guarded(date, () -> to.add(bare(filing, kind, Times.readTime(date), null)));
    }
  }

  /** A status without its day cannot take a place in the order of things: it is noted only. */
  private void status(Field line, Filing filing, List<FilingRecord> to) {
    Field status = line.at("caseStatus");
    if (status == null) {
      return;
    }
    guarded(
        status,
        () -> {
          String text = status.text(Limits.NAME_CHARS);
          ChangeKind kind = WireNames.event(text);
          Field date = line.at("caseStatusDate");
          boolean told = line.at("withdrawalDate", "deemedWithdrawalDate") != null;
          if (kind == null || date == null) {
            if (!(told && kind != null)) {
              status.note(
                  "left out: " + (kind == null ? "of no kind of change" : "no caseStatusDate"));
            }
          } else {
            to.add(bare(filing, kind, Times.readTime(date), text));
          }
        });
  }

  private static List<Field> events(Field line, String member) {
    try {
      return line.list(member, Limits.EVENTS);
    } catch (FormException e) {
      line.reading().fault(e.fault());
      return List.of();
    }
  }

  private FilingChange partyChange(Field event, Filing filing) {
    if (!event.isObject()) {
      throw event.fault("must be an object");
    }
    Field named = event.at("change", "type");
    ChangeKind kind;
    if (named != null) {
      kind = WireNames.change(named);
    } else {
      boolean people = event.at("inventors") != null;
      kind = people ? ChangeKind.INVENTOR_CHANGE : ChangeKind.APPLICANT_CHANGE;
    }
    return change(filing.applicationNumber(), kind, time(event, filing), event);
  }

  private int markEvent(Field event, Filing filing, List<FilingRecord> to) {
    int before = to.size() + event.reading().faults().size();
    guarded(
        event,
        () -> {
          if (!event.isObject()) {
            throw event.fault("must be an object");
          }
          for (String member : new String[] {"change", "code", "category", "description"}) {
            String text = event.text(member, Limits.REASON_CHARS);
            ChangeKind kind = text == null ? null : WireNames.event(text);
            if (kind != null) {
              to.add(change(filing.applicationNumber(), kind, time(event, filing), event));
              return;
            }
          }
        });
    return before == to.size() + event.reading().faults().size() ? 1 : 0;
  }

  private static Instant time(Field event, Filing filing) {
    Field time = event.at("time", "date");
    return notBefore(filing, Times.readTime(time == null ? event.required("time") : time));
  }

  /** A change on the day of filing, which would begin before the hour of filing, follows it. */
  private static Instant notBefore(Filing filing, Instant time) {
    return time.isBefore(filing.time()) ? filing.time() : time;
  }

  private FilingChange change(String number, ChangeKind kind, Instant time, Field in) {
    List<Party> from = parties.parties(in, "from");
    List<Party> to = parties.parties(in, "to");
    List<Person> inventors = parties.persons(in, "inventors");
    return new FilingChange(
        number,
        kind,
        time,
        from,
        to,
        inventors,
        in.text("target", Limits.NAME_CHARS),
        in.text("reason", Limits.REASON_CHARS));
  }

  private static FilingChange bare(
      Filing filing, ChangeKind kind, Instant time, @Nullable String reason) {
    return new FilingChange(
        filing.applicationNumber(),
        kind,
        notBefore(filing, time),
        List.of(),
        List.of(),
        List.of(),
        null,
        reason);
  }

  private static void guarded(Field field, Runnable reading) {
    try {
      reading.run();
    } catch (FormException e) {
      field.reading().fault(e.fault());
    }
  }
}
