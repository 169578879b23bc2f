package io.zhidun.rules.filings.signal;

import io.zhidun.rules.filings.record.FilingRecord;

/**
 * Looks at each record of the stream, in order of (time, id), and says what it finds.
 *
 * <p>Deterministic: the same records in the same order give the same signals. No clock, no
 * randomness. Memory is bounded by its limits, which it states.
 */
public interface Detector {

  void see(FilingRecord record, SignalSink signals);
}
