package io.zhidun.benchmarks;

import io.zhidun.events.LogSource;

/**
 * One event as a benchmark reads it.
 *
 * @param json its bytes
 * @param logSource what its source says that it is; {@link LogSource#ANY} leaves that to the data
 */
record SigmaEvent(byte[] json, LogSource logSource) {
  static SigmaEvent windows(byte[] json) {
    return new SigmaEvent(json, LogSource.ANY);
  }
}
