package io.zhidun.rules.filings.record;

import org.jspecify.annotations.Nullable;

/**
 * An applicant, owner or assignee.
 *
 * @param name as written
 * @param code unified social credit code (GB 32100), or null
 * @param identity hash of a person's identity number, or null
 * @param country two letters, or null
 */
public record Party(
    String name,
    PartyKind kind,
    @Nullable String code,
    @Nullable Hashed identity,
    @Nullable String country,
    @Nullable Address address) {

  /** What names the party through all filings: its code, else its identity, else its name. */
  public String key() {
    if (code != null) {
      return code;
    }
    return identity != null ? identity.hash() : name;
  }
}
