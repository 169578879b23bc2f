package io.zhidun.rules.entity;

/**
 * The last stretch of detections that are out of reach, none of which is farther than the reach
 * from the next.
 *
 * @param fromMicros its first
 * @param toMicros its last; before the first where there is none
 */
record Bygone(long fromMicros, long toMicros) {
  static final Bygone NOTHING = new Bygone(Long.MAX_VALUE, Long.MIN_VALUE);

  /** With a detection, or several between two times, that went out of reach behind it. */
  Bygone and(long from, long to) {
    if (!isNothing() && !isWithinReachOf(from)) {
      return from > toMicros ? new Bygone(from, to) : this;
    }
    return new Bygone(Math.min(fromMicros, from), Math.max(toMicros, to));
  }

  /** Whether something at a time goes on with it. */
  boolean isWithinReachOf(long micros) {
    return !isNothing() && micros >= fromMicros && micros - toMicros <= EntityHistory.REACH_MICROS;
  }

  private boolean isNothing() {
    return toMicros < fromMicros;
  }
}
