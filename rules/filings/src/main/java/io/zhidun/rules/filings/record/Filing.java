package io.zhidun.rules.filings.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One application, patent or trademark, as it was filed.
 *
 * @param applicationNumber normalised: no CN in front, no dot before the check digit
 * @param filingDate the legal date
 * @param time when it was submitted; the begin of the filing date (Asia/Shanghai) where unknown
 * @param applicants first one first; may be empty in damaged records
 * @param invention for patents, else null
 * @param mark for trademarks, else null
 */
public record Filing(
    String applicationNumber,
    FilingKind kind,
    LocalDate filingDate,
    Instant time,
    List<Party> applicants,
    List<Person> inventors,
    @Nullable Contact contact,
    @Nullable Agency agency,
    Family family,
    @Nullable Invention invention,
    @Nullable Mark mark,
    Telemetry telemetry)
    implements FilingRecord {

  public Filing {
    applicants = List.copyOf(applicants);
    inventors = List.copyOf(inventors);
    if (kind.isPatent() ? invention == null || mark != null : mark == null || invention != null) {
      throw new IllegalArgumentException(
          applicationNumber + ": a patent has an invention, a trademark has a mark");
    }
  }

  @Override
  public String id() {
    return applicationNumber;
  }

  /** The title of the invention or the words of the mark. */
  public String title() {
    return invention != null ? invention.title() : mark == null ? "" : mark.text();
  }

  /** Who stands first, or null. */
  public @Nullable Party applicant() {
    return applicants.isEmpty() ? null : applicants.get(0);
  }
}
