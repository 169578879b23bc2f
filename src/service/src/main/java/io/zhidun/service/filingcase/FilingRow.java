package io.zhidun.service.filingcase;

import org.jspecify.annotations.Nullable;

/**
 * A filing without its texts.
 *
 * @param register {@code patent} or {@code trademark}
 * @param applicantKey of who stands first: its code, else its identity's hash, else its name
 * @param personal whether the applicant is a natural person
 * @param submittedAt microseconds since the epoch
 * @param filingDate {@code YYYY-MM-DD}
 */
record FilingRow(
    String applicationNumber,
    String register,
    String title,
    String applicantKey,
    String applicantName,
    boolean personal,
    long submittedAt,
    String filingDate,
    @Nullable String account,
    @Nullable String device,
    @Nullable String ip,
    @Nullable String certificate) {

  /** The applicant as everybody may see it. */
  String shownApplicant() {
    return personal ? PersonalNames.masked(applicantName) : applicantName;
  }
}
