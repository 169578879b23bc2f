package io.zhidun.service.compliance;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long is kept what nobody cites.
 *
 * @param evidenceDays evidence that is not the newest of its check
 * @param historyDays turns of results
 * @param batch rows of a transaction
 * @param mostBatches of a night, of each; what is left over waits for the next
 */
@ConfigurationProperties("zhidun.compliance.retention")
record RetentionProperties(
    @DefaultValue("1095") int evidenceDays,
    @DefaultValue("1095") int historyDays,
    @DefaultValue("500") int batch,
    @DefaultValue("1000") int mostBatches) {
  /** Six months of the calendar can have 184 days; the law asks for no less. */
  private static final int LEAST_DAYS = 184;

  RetentionProperties {
    if (evidenceDays < LEAST_DAYS || historyDays < LEAST_DAYS) {
      throw new IllegalArgumentException(
          "zhidun.compliance.retention keeps at least "
              + LEAST_DAYS
              + " days, was "
              + evidenceDays
              + " of evidence and "
              + historyDays
              + " of history");
    }
    if (batch < 1 || batch > 10_000 || mostBatches < 1) {
      throw new IllegalArgumentException(
          "zhidun.compliance.retention deletes batches of 1 to 10000, was " + batch);
    }
  }
}
