package io.zhidun.rules.dryrun;

import io.zhidun.events.Decision;
import io.zhidun.events.Detection;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.judge.Judge;
import io.zhidun.rules.judge.SiteFacts;

/** What becomes of a detection. */
@FunctionalInterface
public interface Judgement {
  Decision decide(Detection detection);

  /** A detection that was decided on stands no longer. */
  default void withdraw(Detection detection) {}

  /** Event time has come this far. */
  default void advance(long watermarkMicros) {}

  /**
   * Lays a detection, the event that completed it and what its entity was behind before the judge,
   * as the stream does. Asked in order of event time it decides the same as the stream.
   */
  static Judgement of(Judge judge, RuleSet rules, SiteFacts site) {
    return new RememberingJudgement(judge, rules, site);
  }
}
