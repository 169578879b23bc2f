package io.zhidun.service.audit;

import io.zhidun.service.audit.AuditContent.Columns;
import io.zhidun.service.store.Micros;
import io.zhidun.trust.chain.TrailRecord;
import java.time.Instant;
import tools.jackson.core.JacksonException;

/** A record as the table holds it, for all that was done to the table. */
record AuditRow(
    long sequence,
    Instant at,
    String kind,
    String content,
    String previous,
    String hash,
    Columns columns) {

  static AuditRow of(TrailRecord record, Columns columns) {
    return new AuditRow(
        record.sequence(),
        record.time(),
        record.kind().word(),
        record.content(),
        record.previousHex(),
        record.hashHex(),
        columns);
  }

  /** The record's line in an exported trail, without its end. */
  String line() {
    return TrailRecord.line(sequence, at, kind, content, previous, hash);
  }

  /** Whether it is found by what it says. */
  boolean hasColumnsOfItsContent() {
    try {
      return columns.equals(AuditContent.columns(kind, content));
    } catch (JacksonException notJson) {
      return false;
    }
  }

  long micros() {
    return Micros.of(at);
  }
}
