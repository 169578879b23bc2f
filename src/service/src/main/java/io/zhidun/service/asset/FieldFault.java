package io.zhidun.service.asset;

import io.zhidun.rules.compliance.record.Texts;
import io.zhidun.service.web.Fault;

/**
 * What is wrong with one field of a system or an asset.
 *
 * @param message the rule, in both languages
 */
record FieldFault(String field, String value, Texts message) {
  static FieldFault of(String field, String value, String zh, String en) {
    return new FieldFault(field, value, new Texts(zh, en));
  }

  Fault asFault() {
    return Fault.of(field, value, message.en());
  }
}
