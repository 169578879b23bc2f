package io.zhidun.stream.filings;

import io.zhidun.rules.filings.judge.IndicationSink;

/**
 * Sees the digests of all records in one order and tells what they indicate. It reads no clock and
 * draws no numbers: the same digests in the same order give the same indications, so a screen is
 * restored by showing it once more what it saw.
 */
@FunctionalInterface
public interface Screen {
  /** Takes the next digest; what it indicates goes to the sink before this returns. */
  void see(byte[] digest, IndicationSink sink);
}
