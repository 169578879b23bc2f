package io.zhidun.service.audit;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What the last reading of the trail found, for features that prove the platform itself. */
@Service
public class AuditStanding {
  private final AuditVerification verification;

  AuditStanding(AuditVerification verification) {
    this.verification = verification;
  }

  /**
   * A reading of the whole trail.
   *
   * @param trail its name
   * @param records that are right
   */
  public record Reading(Instant at, boolean intact, String trail, long records) {}

  /** Empty before the first reading. */
  public Optional<Reading> last() {
    return verification
        .last()
        .map(one -> new Reading(one.at(), one.intact(), one.trail(), one.records()));
  }
}
