package io.zhidun.stream.filings;

import io.zhidun.rules.filings.record.FilingRecord;
import java.util.List;

/** The forms that a record has on its way. */
public interface RecordForms {
  /**
   * The records of one raw record.
   *
   * @param dataset what the bytes are, such as {@code filing-ndjson}
   * @param faults takes a sentence for each part that cannot be read; the parts that can are given
   */
  List<FilingRecord> read(String dataset, byte[] value, List<String> faults);

  /** The record as a line of NDJSON in UTF-8, without a line feed. */
  byte[] line(FilingRecord record);

  /**
   * What screening keeps of the record: all that a {@link Screen} ever needs of it. The same record
   * always gives the same bytes.
   */
  byte[] digest(FilingRecord record);
}
