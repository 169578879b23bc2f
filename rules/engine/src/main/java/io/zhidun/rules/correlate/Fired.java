package io.zhidun.rules.correlate;

import java.util.List;

/**
 * A correlation was reached; for those that refer to it.
 *
 * @param id id of its detection
 */
record Fired(
    String ruleId,
    String id,
    long timeMicros,
    long receivedMicros,
    long count,
    List<Match> evidence)
    implements Step {
  Fired {
    evidence = List.copyOf(evidence);
  }

  @Override
  public Step slim() {
    return new Fired(ruleId, id, timeMicros, receivedMicros, count, List.of());
  }
}
