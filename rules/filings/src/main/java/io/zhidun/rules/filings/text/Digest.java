package io.zhidun.rules.filings.text;

import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.Invention;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as the screen sees and keeps it: a patent filing without its long texts, and their
 * imprint.
 *
 * @param imprint for a patent filing, else null
 */
public record Digest(FilingRecord record, @Nullable Imprint imprint) {

  /** The digest of a record. Stateless. */
  public static Digest of(FilingRecord record) {
    if (!(record instanceof Filing filing) || filing.invention() == null) {
      return new Digest(record, null);
    }
    Invention invention = filing.invention();
    return new Digest(bare(filing, invention), Imprints.of(invention));
  }

  private static Filing bare(Filing filing, Invention invention) {
    return new Filing(
        filing.applicationNumber(),
        filing.kind(),
        filing.filingDate(),
        filing.time(),
        filing.applicants(),
        filing.inventors(),
        filing.contact(),
        filing.agency(),
        filing.family(),
        new Invention(
            invention.title(), invention.ipcCodes(), "", List.of(), "", invention.drawings()),
        null,
        filing.telemetry());
  }
}
