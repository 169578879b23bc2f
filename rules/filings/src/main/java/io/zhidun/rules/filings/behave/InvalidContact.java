package io.zhidun.rules.filings.behave;

import io.zhidun.rules.filings.ledger.ByteColumn;
import io.zhidun.rules.filings.ledger.Days;
import io.zhidun.rules.filings.ledger.Ledger;
import io.zhidun.rules.filings.link.FilingKeys;
import io.zhidun.rules.filings.link.Group;
import io.zhidun.rules.filings.link.KeyType;
import io.zhidun.rules.filings.link.Links;
import io.zhidun.rules.filings.link.Member;
import io.zhidun.rules.filings.record.Address;
import io.zhidun.rules.filings.record.ChangeKind;
import io.zhidun.rules.filings.record.Contact;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingChange;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.signal.Detector;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import io.zhidun.rules.filings.signal.Subject;
import io.zhidun.rules.filings.signal.SubjectType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code invalid-contact}: letters come back, the phone is that of many unrelated applicants, or
 * phone or address cannot be one (kind P6). Filings through an agency give the agency's phone: of
 * them only returned letters count. Of a linked group it is said as well where three letters or
 * faults come together among its members.
 */
public final class InvalidContact implements Detector {

  static final String CODE = "invalid-contact";

  private static final int WINDOW_DAYS = 90;
  private static final int LEAST_RETURNED = 2;
  private static final int MANY_UNRELATED = 10;
  private static final int MOST_RETURNED = 200;
  private static final int MOST_APPLICANTS = 1_000_000;
  private static final int FAULTY_PHONE = 1;
  private static final int FAULTY_ADDRESS = 2;
  private static final int OTHERS_PHONE = 4;
  private static final int LEAST_OF_GROUP = 3;

  private final Ledger ledger;
  private final Links links;
  private final Map<Integer, Returned> returned = new HashMap<>();
  private final Map<String, Integer> saidOfGroups = new HashMap<>();
  private final ByteColumn faults = new ByteColumn();
  private int sweptOn;

  private static final class Returned {
    final List<Integer> rows = new ArrayList<>();
    final List<Integer> days = new ArrayList<>();
    int said;
  }

  /**
   * @param links sees each record before this
   */
  public InvalidContact(Ledger ledger, Links links) {
    this.ledger = ledger;
    this.links = links;
    ledger
        .applicants()
        .whenForgotten(
            id -> {
              faults.set(id, (byte) 0);
              returned.remove(id);
            });
  }

  @Override
  public void see(FilingRecord record, SignalSink signals) {
    if (!ledger.enter(record) || ledger.applicant() < 0) {
      return;
    }
    if (record instanceof FilingChange change && change.kind() == ChangeKind.DELIVERY_FAILED) {
      sweepDaily();
      comeBack(change, signals);
    } else if (record instanceof Filing filing && filing.agency() == null) {
      check(filing, signals);
    }
  }

  private void sweepDaily() {
    if (sweptOn != ledger.day()) {
      sweptOn = ledger.day();
      saidOfGroups.keySet().removeIf(id -> links.group(id).isEmpty());
      returned.values().forEach(this::expire);
      returned.values().removeIf(r -> r.rows.isEmpty());
    }
  }

  private void expire(Returned letters) {
    while (!letters.days.isEmpty() && letters.days.get(0) <= ledger.day() - WINDOW_DAYS) {
      letters.days.remove(0);
      letters.rows.remove(0);
    }
    letters.said = Math.min(letters.said, letters.rows.size());
  }

  private void comeBack(FilingChange change, SignalSink signals) {
    int id = ledger.applicant();
    if (returned.size() >= MOST_APPLICANTS && !returned.containsKey(id)) {
      return;
    }
    Returned letters = returned.computeIfAbsent(id, applicant -> new Returned());
    if (letters.rows.size() == MOST_RETURNED) {
      letters.rows.remove(0);
      letters.days.remove(0);
    }
    letters.rows.add(ledger.row());
    letters.days.add(ledger.day());
    if (letters.rows.size() >= LEAST_RETURNED && letters.rows.size() > letters.said * 1.25) {
      letters.said = letters.rows.size();
      say(id, change.time(), null, signals);
    }
    lookAtGroup(id, change.time(), signals);
  }

  /** Letters and faults of a group, each member of which may have too few of its own. */
  private void lookAtGroup(int id, Instant time, SignalSink signals) {
    Group group =
        links.groupNumber(id) == 0 ? null : links.groupOf(ledger.applicants().key(id)).orElse(null);
    if (group == null) {
      return;
    }
    List<Integer> rows = new ArrayList<>();
    int faulty = 0;
    int concerned = 0;
    for (Member member : group.members()) {
      int number = ledger.applicants().find(member.key());
      Returned letters = returned.get(number);
      boolean fault = (faults.get(number) & (FAULTY_PHONE | FAULTY_ADDRESS)) != 0;
      faulty += fault ? 1 : 0;
      concerned += fault || letters != null ? 1 : 0;
      if (letters != null) {
        rows.addAll(letters.rows);
      }
    }
    int before = saidOfGroups.getOrDefault(group.id(), 0);
    if (rows.size() + faulty < Math.max(LEAST_OF_GROUP, before * 1.25) || concerned < 2) {
      return;
    }
    saidOfGroups.put(group.id(), rows.size() + faulty);
    double most = Math.max(rows.size(), faulty);
    Instant first = rows.isEmpty() ? time : Days.instant(ledger.rows().time(Collections.min(rows)));
    signals.accept(
        new SignalDraft(
                CODE,
                SignalFamily.PROFILE,
                new Subject(SubjectType.GROUP, group.id(), group.name()),
                "90d")
            .number("returned", rows.size())
            .number("membersWithFaults", faulty)
            .number("membersConcerned", concerned)
            .number("members", group.members().size())
            .evidence("returned-letters", "count", rows.size(), "days", WINDOW_DAYS)
            .filings(ledger.rows().numbers(rows), rows.size())
            .scored(
                0.4
                    + 0.3 * Math.min(1, Math.log10(most / 2))
                    + (rows.isEmpty() || faulty == 0 ? 0 : 0.2),
                first,
                time));
  }

  private void check(Filing filing, SignalSink signals) {
    int id = ledger.applicant();
    int found =
        (isFaultyPhone(filing.contact()) ? FAULTY_PHONE : 0)
            | (isFaultyAddress(filing.applicant()) ? FAULTY_ADDRESS : 0)
            | (unrelated(filing) >= MANY_UNRELATED ? OTHERS_PHONE : 0);
    int all = faults.get(id) | found;
    if (all != faults.get(id)) {
      faults.set(id, (byte) all);
      say(id, filing.time(), filing, signals);
      lookAtGroup(id, filing.time(), signals);
    }
  }

  /** How many applicants outside the own group have the phone; a hub counts as many. */
  private int unrelated(Filing filing) {
    long hash = FilingKeys.hash(KeyType.PHONE, filing);
    int degree = hash == 0 ? 0 : links.degree(hash);
    if (degree < MANY_UNRELATED || degree == Integer.MAX_VALUE) {
      return degree;
    }
    int own = ledger.applicant();
    Set<Integer> units = new HashSet<>();
    for (int other : links.sharers(hash)) {
      int group = links.groupNumber(other);
      boolean together = other == own || (group != 0 && group == links.groupNumber(own));
      if (!together && ledger.agencyOf(other) < 0) {
        units.add(group == 0 ? -other - 1 : group);
      }
    }
    return units.size();
  }

  static boolean isFaultyPhone(@Nullable Contact contact) {
    return contact != null
        && contact.phone() != null
        && FilingKeys.isFaultyPhone(contact.phone().masked());
  }

  static boolean isFaultyAddress(@Nullable Party party) {
    if (party == null || (party.country() != null && !party.country().equals("CN"))) {
      return false;
    }
    Address address = party.address();
    if (address == null) {
      return false;
    }
    String text = address.text().strip();
    return text.equals("0")
        || text.equals("无")
        || text.equals("-")
        || (address.province() == null && address.city() == null && text.length() < 6);
  }

  private void say(int id, Instant time, @Nullable Filing filing, SignalSink signals) {
    Returned letters = returned.getOrDefault(id, new Returned());
    int all = faults.get(id);
    int count = letters.rows.size();
    int unrelated = filing == null ? 0 : unrelated(filing);
    boolean othersPhone = (all & OTHERS_PHONE) != 0;
    double score =
        (count >= LEAST_RETURNED ? 0.4 + 0.3 * Math.min(1, Math.log10(count / 2.0)) : 0)
            + (othersPhone ? 0.3 : 0)
            + ((all & FAULTY_PHONE) != 0 ? 0.3 : 0)
            + ((all & FAULTY_ADDRESS) != 0 ? 0.25 : 0);
    List<Integer> rows = count > 0 ? letters.rows : List.of(ledger.row());
    SignalDraft draft =
        new SignalDraft(
                CODE,
                SignalFamily.PROFILE,
                new Subject(
                    SubjectType.APPLICANT,
                    ledger.applicants().key(id),
                    ledger.applicants().name(id)),
                "90d")
            .number("returned", count)
            .number("phoneFaulty", (all & FAULTY_PHONE) != 0)
            .number("addressFaulty", (all & FAULTY_ADDRESS) != 0)
            .number("phoneOfOthers", othersPhone);
    if (othersPhone && unrelated > 0) {
      draft.number("unrelatedApplicants", unrelated == Integer.MAX_VALUE ? -1 : unrelated);
    }
    if (filing != null && filing.contact() != null && filing.contact().phone() != null) {
      draft.evidence("contact", "phone", filing.contact().phone().masked());
    }
    if (count > 0) {
      draft.evidence("returned-letters", "count", count, "days", WINDOW_DAYS);
    }
    Instant first =
        ledger.rows().holds(rows.get(0)) ? Days.instant(ledger.rows().time(rows.get(0))) : time;
    signals.accept(
        draft.filings(ledger.rows().numbers(rows), rows.size()).scored(score, first, time));
  }
}
