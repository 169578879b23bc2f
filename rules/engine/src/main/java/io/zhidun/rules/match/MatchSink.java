package io.zhidun.rules.match;

import io.zhidun.rules.sigma.Rule;

/** Is handed each rule on single events that matched, once an event. */
@FunctionalInterface
public interface MatchSink {
  void matched(Rule rule);
}
