package io.zhidun.cause.rank;

import io.zhidun.cause.Texts;
import io.zhidun.cause.topology.NodeKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A likely cause.
 *
 * @param rank from 1
 * @param kind of the node, or null where the map does not know it
 * @param score 0 to 1, the sum of the reasons' contributions
 * @param explained symptoms that its trouble would bring about
 * @param reasons the weightiest first, none without contribution
 */
public record Cause(
    int rank,
    String node,
    @Nullable NodeKind kind,
    Texts name,
    double score,
    int explained,
    List<Reason> reasons) {
  public Cause {
    reasons = List.copyOf(reasons);
  }
}
