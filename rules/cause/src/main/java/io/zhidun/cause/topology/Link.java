package io.zhidun.cause.topology;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** An edge of a graph at a time, with all origins that then said so. */
public record Link(Edge edge, Set<Origin> origins) {
  public Link {
    if (origins.isEmpty()) {
      throw new IllegalArgumentException("somebody must say that " + edge + " is there");
    }
    origins = Collections.unmodifiableSet(EnumSet.copyOf(origins));
  }
}
