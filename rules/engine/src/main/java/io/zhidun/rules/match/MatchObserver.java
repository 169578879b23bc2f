package io.zhidun.rules.match;

import io.zhidun.rules.sigma.Rule;

/** Is told what matching an event took, part by part; for a sample of events. */
public interface MatchObserver {
  /** The index looked through the event, for all rules together. */
  void searched(long nanos);

  /** The condition of a rule that the index could not rule out was evaluated. */
  void ran(Rule rule, long nanos);
}
