package io.zhidun.service.filingcase;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what cases rest on is kept, and how the random sample is drawn.
 *
 * @param filingDays filings and their changes, from their submission; longer while a case on them
 *     is open
 * @param actionDays what people did on the filing systems
 * @param sampleShare of filings that no indication names
 * @param sampleOpen the most cases of the sample that are open at once
 * @param sampleAfter how long a filing must have been stored before it can be drawn: indications
 *     come later than their filings
 */
@ConfigurationProperties("zhidun.filing-cases")
record FilingCaseProperties(
    @DefaultValue("1095") int filingDays,
    @DefaultValue("184") int actionDays,
    @DefaultValue("0.005") double sampleShare,
    @DefaultValue("50") int sampleOpen,
    @DefaultValue("24h") Duration sampleAfter) {
  FilingCaseProperties {
    if (filingDays < 1 || actionDays < 1) {
      throw new IllegalArgumentException(
          "filings and actions are kept for at least 1 day, was "
              + filingDays
              + " and "
              + actionDays);
    }
    if (!(sampleShare >= 0 && sampleShare <= 1)) {
      throw new IllegalArgumentException(
          "the share of the sample is from 0 to 1, was " + sampleShare);
    }
  }
}
