package io.zhidun.collectors.http;

/**
 * What a framer found.
 *
 * @param kind whether it can be shipped
 * @param value a record's bytes, or the beginning of one that is too long
 */
record Item(Kind kind, byte[] value) {
  static final Item EMPTY = new Item(Kind.EMPTY, new byte[0]);

  enum Kind {
    RECORD,
    EMPTY,
    TOO_LONG
  }
}
