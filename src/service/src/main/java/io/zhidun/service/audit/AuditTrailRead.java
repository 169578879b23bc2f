package io.zhidun.service.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The whole trail was read in the background.
 *
 * @param trail its name
 * @param fault the first record that is not as it was written; null where all are
 */
public record AuditTrailRead(Instant at, String trail, @Nullable Fault fault) {

  /**
   * The first record that is wrong.
   *
   * @param kind what happened to it, such as changed, removed or truncated
   */
  public record Fault(String kind, long sequence, String reason) {}
}
