package io.zhidun.rules.judge;

import java.time.Instant;
import java.util.Objects;

/**
 * An exception that somebody answers for: what it covers is known and expected until it expires. A
 * fact, there only when it covers the finding.
 *
 * @param id kebab-case name
 * @param owner who answers for it
 * @param reason why it is expected
 * @param expires when it ends
 */
public record Exemption(String id, String owner, String reason, Instant expires) {
  public Exemption {
    if (id.isBlank() || owner.isBlank() || reason.isBlank()) {
      throw new IllegalArgumentException(
          "exception \"" + id + "\" needs an id, an owner and a reason");
    }
    Objects.requireNonNull(expires, "expires");
  }

  public String getId() {
    return id;
  }

  public String getOwner() {
    return owner;
  }

  public String getReason() {
    return reason;
  }

  public Instant getExpires() {
    return expires;
  }
}
