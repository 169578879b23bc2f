package io.zhidun.rules.filings.record;

import org.jspecify.annotations.Nullable;

/**
 * An inventor, designer or legal representative.
 *
 * @param identity hash of the identity number, or null where none was given
 */
public record Person(String name, @Nullable Hashed identity, @Nullable String country) {

  /** What names the person: the identity, else the name, which several persons may share. */
  public String key() {
    return identity != null ? identity.hash() : name;
  }
}
