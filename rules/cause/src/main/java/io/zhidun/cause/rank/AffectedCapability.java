package io.zhidun.cause.rank;

import io.zhidun.cause.Texts;
import java.time.Instant;
import java.util.List;

/**
 * What people cannot do, or not as they should.
 *
 * @param since first symptom of a service that carries it
 * @param path from the cause to the capability; empty where the map shows none
 * @param text such as "People cannot submit a filing"
 */
public record AffectedCapability(
    String node, Texts name, Degree degree, Instant since, List<String> path, Texts text) {
  /** How badly. */
  public enum Degree {
    /** A service that carries it is down or answers with errors. */
    BROKEN,
    /** It answers slowly. */
    SLOW,
    /** It rests on something in trouble, but shows none itself. */
    AT_RISK
  }

  public AffectedCapability {
    path = List.copyOf(path);
  }
}
