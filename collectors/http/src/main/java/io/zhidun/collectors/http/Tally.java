package io.zhidun.collectors.http;

/**
 * What became of a request's records.
 *
 * @param accepted shipped for this request
 * @param repeated taken earlier under the same idempotency key
 * @param empty lines without content
 * @param tooLong records above the limit
 */
record Tally(long accepted, long repeated, long empty, long tooLong) {
  static final Tally NONE = new Tally(0, 0, 0, 0);

  boolean hasRecords() {
    return accepted + repeated > 0;
  }
}
