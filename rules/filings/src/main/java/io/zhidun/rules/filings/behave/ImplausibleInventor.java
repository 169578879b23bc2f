package io.zhidun.rules.filings.behave;

import io.zhidun.rules.filings.ledger.ByteColumn;
import io.zhidun.rules.filings.ledger.Days;
import io.zhidun.rules.filings.ledger.Hash64;
import io.zhidun.rules.filings.ledger.IntColumn;
import io.zhidun.rules.filings.ledger.KeyTable;
import io.zhidun.rules.filings.ledger.Ledger;
import io.zhidun.rules.filings.ledger.ObjectColumn;
import io.zhidun.rules.filings.ledger.ShortColumn;
import io.zhidun.rules.filings.link.Links;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.Hashed;
import io.zhidun.rules.filings.record.Invention;
import io.zhidun.rules.filings.record.Person;
import io.zhidun.rules.filings.signal.Detector;
import io.zhidun.rules.filings.signal.Signal;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import io.zhidun.rules.filings.signal.Subject;
import io.zhidun.rules.filings.signal.SubjectType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code implausible-inventor}: one person invents in many fields for many applicants that have
 * nothing to do with one another (kinds P5, P7). Said of each of the applicants.
 *
 * <p>A person is the hash of an identity number; a name alone is never enough. Applicants of one
 * group or whom a register relates are one; universities and institutes do not count, nor does who
 * invents for one applicant only. Counted in spans of 24 months; about 35 bytes an inventor with
 * one applicant.
 */
public final class ImplausibleInventor implements Detector {

  static final String CODE = "implausible-inventor";

  private static final int LEAST_APPLICANTS = 3;
  private static final int LEAST_SUBCLASSES = 5;
  private static final int LEAST_FILINGS = 8;
  private static final int MANY_APPLICANTS = 6;
  private static final int MANY_FILINGS = 10;
  private static final int MOST_INVENTORS = 40_000_000;
  private static final int MOST_OF_A_FILING = 20;
  private static final int MOST_APPLICANTS = 32;
  private static final int MOST_ROWS = 100;
  private static final int SWEEP_STEPS = 8;
  private static final double SAY_AGAIN = 1.25;

  private final Ledger ledger;
  private final Links links;
  private final KeyTable inventors = new KeyTable(MOST_INVENTORS);
  private final ShortColumn since = new ShortColumn();
  private final ShortColumn counts = new ShortColumn();
  private final IntColumn firstRows = new IntColumn();
  private final IntColumn firstApplicants = new IntColumn();
  private final IntColumn subclasses = new IntColumn();
  private final ByteColumn sections = new ByteColumn();
  private final ObjectColumn<Shared> shared = new ObjectColumn<>();

  /** An inventor with more than one applicant. */
  private static final class Shared {
    final Set<Integer> applicants = new LinkedHashSet<>();
    final List<Integer> rows = new ArrayList<>();
    int said;
    int saidUnits;
  }

  /**
   * @param links sees each record before this
   */
  public ImplausibleInventor(Ledger ledger, Links links) {
    this.ledger = ledger;
    this.links = links;
  }

  @Override
  public void see(FilingRecord record, SignalSink signals) {
    if (!ledger.enter(record)
        || !(record instanceof Filing filing)
        || filing.invention() == null
        || ledger.applicant() < 0) {
      return;
    }
    int seen = 0;
    for (Person inventor : filing.inventors()) {
      if (inventor.identity() != null && seen++ < MOST_OF_A_FILING) {
        invent(inventor, inventor.identity(), filing.invention(), filing.time(), signals);
      }
    }
    inventors.sweep(SWEEP_STEPS, ledger.day() - Days.RETENTION, this::forget);
  }

  private void invent(
      Person person, Hashed identity, Invention invention, Instant time, SignalSink signals) {
    int day = ledger.day();
    int id = inventors.intern(Hash64.of('P', identity.hash()), day);
    if (id < 0) {
      return;
    }
    inventors.touch(id, day);
    if (since.get(id) == 0 || day - since.get(id) > Days.HORIZON) {
      forget(id);
      since.set(id, (short) day);
      firstRows.set(id, ledger.row());
      firstApplicants.set(id, ledger.applicant());
    }
    counts.set(id, (short) Math.min(Short.MAX_VALUE, counts.get(id) + 1));
    classify(id, invention.ipcCodes());
    Shared others = shared.get(id);
    if (others == null) {
      if (firstApplicants.get(id) == ledger.applicant()) {
        return;
      }
      others = new Shared();
      others.applicants.add(firstApplicants.get(id));
      others.rows.add(firstRows.get(id));
      shared.set(id, others);
    }
    if (others.applicants.size() < MOST_APPLICANTS) {
      others.applicants.add(ledger.applicant());
    }
    if (others.rows.size() < MOST_ROWS) {
      others.rows.add(ledger.row());
    }
    look(id, others, person, identity, time, signals);
  }

  /** One bit a section; of a subclass one of 32 bits, which counts up to about 20 well enough. */
  private void classify(int id, List<String> codes) {
    for (String code : codes) {
      if (code.length() >= 4 && code.charAt(0) >= 'A' && code.charAt(0) <= 'H') {
        sections.set(id, (byte) (sections.get(id) | (1 << (code.charAt(0) - 'A'))));
        int bit = (int) (Hash64.of('C', code.substring(0, 4)) & 31);
        subclasses.set(id, subclasses.get(id) | (1 << bit));
      }
    }
  }

  /** Linear counting over 32 bits (Whang, 1990). */
  private int subclassCount(int id) {
    int empty = 32 - Integer.bitCount(subclasses.get(id));
    return empty == 0 ? 111 : (int) Math.round(-32 * Math.log(empty / 32.0));
  }

  private int units(Shared others) {
    Set<Integer> groups = new HashSet<>();
    List<Integer> alone = new ArrayList<>();
    for (int applicant : others.applicants) {
      if (ledger.applicants().isPublicBody(applicant)) {
        continue;
      }
      int group = links.groupNumber(applicant);
      if (group == 0 || groups.add(group)) {
        alone.add(applicant);
      }
    }
    return ledger.applicants().units(alone.stream().mapToInt(Integer::intValue).toArray());
  }

  private void look(
      int id, Shared others, Person person, Hashed identity, Instant time, SignalSink signals) {
    int count = counts.get(id);
    if (count < LEAST_FILINGS || others.applicants.size() < LEAST_APPLICANTS) {
      return;
    }
    if (count < others.said * SAY_AGAIN && others.applicants.size() <= others.saidUnits) {
      return;
    }
    int units = units(others);
    int fields = subclassCount(id);
    boolean manyFields = units >= LEAST_APPLICANTS && fields >= LEAST_SUBCLASSES;
    if (!manyFields && !(units >= MANY_APPLICANTS && count >= MANY_FILINGS)) {
      return;
    }
    boolean first = others.said == 0;
    others.said = count;
    others.saidUnits = others.applicants.size();
    for (int applicant : first ? List.copyOf(others.applicants) : List.of(ledger.applicant())) {
      if (!ledger.applicants().isPublicBody(applicant)) {
        signals.accept(signal(id, applicant, units, fields, others, person, identity, time));
      }
    }
  }

  private Signal signal(
      int id,
      int applicant,
      int units,
      int fields,
      Shared others,
      Person person,
      Hashed identity,
      Instant time) {
    int count = counts.get(id);
    List<Integer> rows = others.rows.stream().filter(ledger.rows()::holds).toList();
    Instant begin = rows.isEmpty() ? time : Days.instant(ledger.rows().time(rows.get(0)));
    double months = Math.max(1, (ledger.day() - since.get(id)) / 30.4);
    double score =
        0.3
            + 0.3 * (1 - 2.0 / units)
            + 0.25 * Math.max(0, Math.min(1, (fields - 4) / 12.0))
            + 0.15 * Math.min(1, count / 60.0);
    String window = identity.hash().substring(0, Math.min(16, identity.hash().length()));
    return new SignalDraft(
            CODE,
            SignalFamily.PROFILE,
            new Subject(
                SubjectType.APPLICANT,
                ledger.applicants().key(applicant),
                ledger.applicants().name(applicant)),
            window)
        .number("filings", count)
        .number("sections", Integer.bitCount(sections.get(id) & 0xff))
        .number("subclasses", fields)
        .number("unrelatedApplicants", units)
        .rounded("filingsPerMonth", count / months)
        .evidence(
            "inventor",
            "name",
            person.name(),
            "identity",
            identity.masked(),
            "applicants",
            others.applicants.stream().map(ledger.applicants()::name).toList())
        .filings(ledger.rows().numbers(rows), count)
        .scored(score, begin, time);
  }

  private void forget(int id) {
    since.set(id, (short) 0);
    counts.set(id, (short) 0);
    firstRows.set(id, 0);
    firstApplicants.set(id, 0);
    subclasses.set(id, 0);
    sections.set(id, (byte) 0);
    shared.set(id, null);
  }
}
