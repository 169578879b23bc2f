package io.zhidun.rules.correlate;

import java.util.Objects;

/**
 * A detection on its way to a group that counts it by other fields.
 *
 * @param group who counts it
 * @param match the detection, as an event that has the fields it was grouped by
 */
public record Onward(GroupKey group, Match match) {
  public Onward {
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(match, "match");
  }
}
