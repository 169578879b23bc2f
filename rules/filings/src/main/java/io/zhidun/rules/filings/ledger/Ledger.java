package io.zhidun.rules.filings.ledger;

import io.zhidun.rules.filings.record.Agency;
import io.zhidun.rules.filings.record.ChangeKind;
import io.zhidun.rules.filings.record.EntityRecord;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingChange;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.Party;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What all detectors of one stream know in common: applicants, agencies and filings.
 *
 * <p>Each record is entered once, whichever of the detectors comes first; see {@link #enter}.
 */
public final class Ledger {

  private static final int MOST_AGENCIES = 1_000_000;
  private static final int SWEEP_STEPS = 4;
  private static final Instant LATEST = Instant.parse("2080-01-01T00:00:00Z");

  private final Applicants applicants = new Applicants();
  private final Names agencies = new Names(MOST_AGENCIES);
  private final IntColumn agencyOf = new IntColumn();
  private final IntColumn clients = new IntColumn();
  private final FilingRows rows = new FilingRows();
  private @Nullable FilingRecord last;
  private boolean fresh;
  private int row = -1;
  private int applicant = -1;
  private int agency = -1;
  private int day;

  public Ledger() {
    applicants.whenForgotten(
        id -> {
          leaveAgency(id);
          rows.forgetApplicant(id);
        });
  }

  /**
   * Enters the record, unless it is the one entered last.
   *
   * @return false where the record is to be passed over: a filing of this number was there before,
   *     or the time is past 2080, which no record's is
   */
  public boolean enter(FilingRecord record) {
    if (record != last) {
      last = record;
      fresh = add(record);
    }
    return fresh;
  }

  /** Tells that the next record is another one, even where it is the same object. */
  public void next() {
    last = null;
  }

  private boolean add(FilingRecord record) {
    row = -1;
    applicant = -1;
    agency = -1;
    if (record.time().isAfter(LATEST)) {
      return false;
    }
    int today = Days.of(record.time());
    if (today > day) {
      day = today;
      rows.expire(day - Days.RETENTION);
    }
    if (record instanceof Filing filing) {
      return addFiling(filing);
    }
    if (record instanceof FilingChange change) {
      addChange(change);
    } else if (record instanceof EntityRecord entity && entity.organisation() != null) {
      applicant = applicants.registered(entity, entity.organisation(), day);
    }
    return true;
  }

  private boolean addFiling(Filing filing) {
    if (rows.find(filing.applicationNumber()) >= 0) {
      return false;
    }
    Party party = filing.applicant();
    applicant = party == null ? -1 : applicants.filed(party, day);
    Agency through = filing.agency();
    agency = through == null ? -1 : agencies.see(through.key(), through.name(), day);
    if (applicant >= 0 && agency >= 0) {
      leaveAgency(applicant);
      agencyOf.set(applicant, agency + 1);
      clients.set(agency, clients.get(agency) + 1);
    }
    row = rows.add(filing, applicant);
    applicants.sweep(SWEEP_STEPS, day - Days.RETENTION);
    return true;
  }

  private void addChange(FilingChange change) {
    row = rows.find(change.applicationNumber());
    if (row < 0) {
      return;
    }
    applicant = rows.applicant(row);
    if (change.kind() == ChangeKind.GRANT) {
      rows.granted(row, Days.of(change.time()));
    } else if (change.kind() == ChangeKind.LICENCE || change.kind() == ChangeKind.PLEDGE) {
      rows.mark(row, FilingRows.LICENSED_OR_PLEDGED);
    }
  }

  private void leaveAgency(int id) {
    int from = agencyOf.get(id) - 1;
    if (from >= 0) {
      clients.set(from, clients.get(from) - 1);
      agencyOf.set(id, 0);
    }
  }

  public Applicants applicants() {
    return applicants;
  }

  public FilingRows rows() {
    return rows;
  }

  public Names agencies() {
    return agencies;
  }

  /** Row of the record entered last, or of the filing that it changes; -1 where there is none. */
  public int row() {
    return row;
  }

  /** Number of the first applicant of the record entered last, or -1. */
  public int applicant() {
    return applicant;
  }

  /** Number of the agency of the filing entered last, or -1. */
  public int agency() {
    return agency;
  }

  /** The agency that the applicant used last, or -1. */
  public int agencyOf(int id) {
    return agencyOf.get(id) - 1;
  }

  /** How many applicants used the agency last of all agencies. */
  public int clients(int id) {
    return clients.get(id);
  }

  /** The latest day of the stream. */
  public int day() {
    return day;
  }
}
