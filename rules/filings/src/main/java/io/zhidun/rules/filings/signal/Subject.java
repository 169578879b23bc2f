package io.zhidun.rules.filings.signal;

/**
 * What a signal is about.
 *
 * @param key names it: code, hash or number
 * @param name for people to read; may be the key
 */
public record Subject(SubjectType type, String key, String name) {

  /** Type and key in one string. */
  public String id() {
    return type.wire() + ":" + key;
  }
}
