package io.zhidun.rules.filings.mark;

import io.zhidun.rules.filings.record.FilingRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the detectors of marks remember together, so that it is kept and worked out once.
 *
 * <p>Each detector shows it the record first; only the first showing of a record counts. One thread
 * at a time.
 */
final class MarkMemory {

  final Kinship kinship = new Kinship();
  final ProtectedMarks marks = new ProtectedMarks(kinship);
  final Imitations imitations = new Imitations();
  final MarkBook book = new MarkBook();
  private final Bigrams bigrams = new Bigrams();
  private @Nullable FilingRecord last;

  void see(FilingRecord record) {
    if (record == last) {
      return;
    }
    last = record;
    kinship.see(record);
    marks.see(record);
    imitations.see(record, marks.hits());
    book.see(record, bigrams);
  }
}
