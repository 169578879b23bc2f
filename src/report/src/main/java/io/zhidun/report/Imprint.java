package io.zhidun.report;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What stands on the cover and is not part of the assessment.
 *
 * @param organisation under assessment (被测单位)
 * @param number of the report; the assessment's id where it is empty
 * @param preparedBy name of a person, empty leaves a line for the signature
 * @param reviewedBy as before
 * @param approvedBy as before
 * @param date on the cover
 * @param zone in which times are printed
 */
public record Imprint(
    String organisation,
    String number,
    String preparedBy,
    String reviewedBy,
    String approvedBy,
    LocalDate date,
    ZoneId zone) {

  /** Zone of the offices that file these reports. */
  public static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  /** With lines left free for the signatures. */
  public static Imprint of(String organisation, LocalDate date) {
    return new Imprint(organisation, "", "", "", "", date, BEIJING);
  }
}
