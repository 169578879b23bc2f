package io.zhidun.service.asset;

import io.zhidun.rules.compliance.record.Texts;

/** A table that cannot be read at all, unlike one with faults in its rows. */
final class UnreadableTableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Texts reason;

  UnreadableTableException(String zh, String en) {
    super(en);
    this.reason = new Texts(zh, en);
  }

  Texts reason() {
    return reason;
  }
}
