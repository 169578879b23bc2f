package io.zhidun.rules.correlate;

import java.util.List;

/** Something that a correlation counts: a match of a rule, or another correlation's detection. */
sealed interface Step permits Match, Fired {
  /** Id of the rule that it is of. */
  String ruleId();

  /** Id of the event or of the detection. */
  String id();

  long timeMicros();

  long receivedMicros();

  /** How many events are behind it. */
  long count();

  /** The newest of those events, oldest first. */
  List<Match> evidence();

  /** Itself with less to carry, for where only time and id matter. */
  Step slim();
}
