package io.zhidun.rules.compliance.check;

import io.zhidun.rules.compliance.record.Texts;

/**
 * Unit of a value.
 *
 * @param code as in checks.yml
 * @param kind what a value of it is
 * @param name behind a number; empty where none stands there
 */
public record Unit(String code, Kind kind, Texts name) {

  /** What a value is. */
  public enum Kind {
    NUMBER,
    YES_NO,
    LIST,
    TEXT
  }
}
