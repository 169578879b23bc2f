package io.zhidun.rules.compliance.judge;

import io.zhidun.rules.compliance.record.Texts;

/**
 * A criterion as it came out.
 *
 * @param words what was found and what is asked
 */
record Weighed(Outcome outcome, Weight weight, String check, String value, Texts words) {

  /** How a criterion came out, in the order in which a reason names them. */
  enum Outcome {
    FAILED,
    MISSING,
    HELD
  }
}
