package io.zhidun.cause.topology;

import io.zhidun.cause.Texts;

/**
 * Something that the map did not take.
 *
 * @param what the id of the node, or the edge as {@code from -> to}, cut to 80 characters
 * @param why the rule that it broke, with the value
 */
public record Refusal(String what, Texts why) {
  private static final int SHOWN = 80;

  public Refusal {
    what = what.length() > SHOWN ? what.substring(0, SHOWN) + "…" : what;
  }
}
