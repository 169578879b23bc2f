package io.zhidun.cause.rank;

import io.zhidun.cause.Texts;
import java.util.List;

/**
 * Why a node may be the cause.
 *
 * @param share how much of this part it has, 0 to 1
 * @param contribution what that adds to the score
 * @param text in words, with names and figures
 * @param facts ids of the facts that it rests on, the first twenty
 */
public record Reason(Part part, double share, double contribution, Texts text, List<String> facts) {
  static final int MOST_FACTS = 20;

  public Reason {
    facts = facts.stream().limit(MOST_FACTS).toList();
  }
}
