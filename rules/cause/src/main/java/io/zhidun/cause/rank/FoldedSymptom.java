package io.zhidun.cause.rank;

import io.zhidun.cause.Texts;
import io.zhidun.cause.fact.Signal;
import java.time.Instant;
import java.util.List;

/**
 * A symptom of a storm, and why it lies under the first cause.
 *
 * @param count alerts of it
 * @param path nodes by which the trouble came, the cause first; empty where none is known
 * @param facts ids of all its alerts
 */
public record FoldedSymptom(
    String node,
    Signal signal,
    Instant first,
    int count,
    Why why,
    List<String> path,
    Texts text,
    List<String> facts) {
  /** Why a symptom is folded. */
  public enum Why {
    /** It is on the cause itself. */
    CAUSE,
    /** The cause's trouble reaches it along the map. */
    SUFFERS,
    /** It lies near in place and time, but nothing on the map leads there from the cause. */
    NEARBY
  }

  public FoldedSymptom {
    path = List.copyOf(path);
    facts = List.copyOf(facts);
  }
}
