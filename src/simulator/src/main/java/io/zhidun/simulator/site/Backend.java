package io.zhidun.simulator.site;

import io.zhidun.simulator.estate.Operation;
import io.zhidun.simulator.estate.Outcome;
import java.util.Optional;

/** What stands behind the systems: each request waits for it. May be called by several threads. */
@FunctionalInterface
public interface Backend {
  /** Does everything at once and never fails. */
  Backend NONE = (operation, query) -> Optional.empty();

  /**
   * Lets the time pass that the operation takes there.
   *
   * @param query what the client looks for, decoded; empty where it does not
   * @return why it could not be done, or empty when it was
   */
  Optional<Outcome.Failure> ask(Operation operation, String query);
}
