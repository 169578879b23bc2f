package io.zhidun.rules.filings.record;

import java.time.Instant;

/** One record of the stream of filings. */
public sealed interface FilingRecord permits Filing, FilingChange, FilingAction, EntityRecord {

  /** When it happened. The order of the stream is the order of time and then of id. */
  Instant time();

  /** Names the record among all; the same record sent twice has the same id. */
  String id();
}
