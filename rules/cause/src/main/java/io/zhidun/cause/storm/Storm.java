package io.zhidun.cause.storm;

import io.zhidun.cause.fact.Fact;
import java.time.Instant;
import java.util.List;

/**
 * Facts that belong together by place and time.
 *
 * @param facts alerts, by {@link Fact#ORDER}; at least one
 * @param context changes near them, and detections before them, by {@link Fact#ORDER}
 */
public record Storm(List<Fact> facts, List<Fact> context) {
  public Storm {
    if (facts.isEmpty()) {
      throw new IllegalArgumentException("a storm must have a fact");
    }
    facts = facts.stream().sorted(Fact.ORDER).toList();
    context = context.stream().sorted(Fact.ORDER).toList();
  }

  /** Id of its first fact: the same facts give the same id. */
  public String id() {
    return facts.get(0).id();
  }

  public Instant first() {
    return facts.get(0).at();
  }

  public Instant last() {
    return facts.get(facts.size() - 1).at();
  }
}
