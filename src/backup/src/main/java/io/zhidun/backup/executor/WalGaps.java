package io.zhidun.backup.executor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Finds what is missing in an archive of the log; a restore cannot pass a gap. */
public final class WalGaps {
  private WalGaps() {}

  /**
   * The segments missing between one and the last that is there on the same timeline.
   *
   * @param names of the segments that are there, in any order
   */
  public static List<String> find(WalSegment first, Collection<String> names) {
    TreeSet<Long> there = new TreeSet<>();
    for (String name : names) {
      WalSegment segment = WalSegment.parse(name, first.bytes());
      if (segment.timeline() == first.timeline() && segment.number() >= first.number()) {
        there.add(segment.number());
      }
    }
    List<String> missing = new ArrayList<>();
    long next = first.number();
    for (long number : there) {
      for (; next < number && missing.size() < 1000; next++) {
        missing.add(new WalSegment(first.timeline(), next, first.bytes()).name());
      }
      next = number + 1;
    }
    return missing;
  }
}
