package io.zhidun.cause.topology;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which one origin says that an edge is there.
 *
 * @param firstSeen when it was first seen
 * @param lastSeen when it was last seen, not before {@code firstSeen}
 * @param ended when somebody took it away, or null
 */
public record Span(Origin origin, Instant firstSeen, Instant lastSeen, @Nullable Instant ended) {
  public Span {
    Objects.requireNonNull(origin, "origin");
    if (lastSeen.isBefore(firstSeen)) {
      throw new IllegalArgumentException(
          "last seen must not be before first seen, was " + lastSeen + " and " + firstSeen);
    }
  }

  /** Whether the edge is believed at that time. */
  public boolean covers(Instant time) {
    if (time.isBefore(firstSeen) || (ended != null && !time.isBefore(ended))) {
      return false;
    }
    return origin.expiry().map(expiry -> !time.isAfter(lastSeen.plus(expiry))).orElse(true);
  }

  /** The one that holds both, or null where they are of two origins, ended, or too far apart. */
  @Nullable Span joined(Span other) {
    if (equals(other)) {
      return this;
    }
    boolean open = ended == null && other.ended == null;
    if (origin != other.origin || !open || !reaches(other) || !other.reaches(this)) {
      return null;
    }
    Instant first = firstSeen.isBefore(other.firstSeen) ? firstSeen : other.firstSeen;
    Instant last = lastSeen.isAfter(other.lastSeen) ? lastSeen : other.lastSeen;
    return new Span(origin, first, last, null);
  }

  private boolean reaches(Span later) {
    return origin
        .expiry()
        .map(expiry -> !later.firstSeen.isAfter(lastSeen.plus(expiry)))
        .orElse(true);
  }

  Span endedAt(Instant time) {
    Instant end = time.isBefore(firstSeen) ? firstSeen : time;
    return new Span(origin, firstSeen, lastSeen.isAfter(end) ? end : lastSeen, end);
  }
}
