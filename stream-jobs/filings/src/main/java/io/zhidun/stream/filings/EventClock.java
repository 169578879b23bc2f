package io.zhidun.stream.filings;

import java.util.HashMap;
import java.util.Map;

/**
 * How far event time has come: the slowest source that still speaks, less the allowed lateness.
 * Where nobody speaks any more nothing is waited for: then it is the newest time of all. Belongs to
 * one thread.
 */
final class EventClock {
  static final long UNKNOWN = Long.MIN_VALUE;

  /** One that tells of things longer ago than this, such as a history, holds nobody back. */
  private static final long LONGEST_WAIT_MILLIS = 300_000;

  private final long latenessMillis;
  private final long idleMillis;
  private final Map<String, Hand> hands = new HashMap<>();

  EventClock(long latenessMillis, long idleMillis) {
    this.latenessMillis = latenessMillis;
    this.idleMillis = idleMillis;
  }

  /** A record of the source was read. */
  void saw(String source, long timeMicros, long nowMillis) {
    Hand hand = hands.computeIfAbsent(source, name -> new Hand());
    hand.newestMillis = Math.max(hand.newestMillis, Math.floorDiv(timeMicros, 1_000L));
    hand.seenMillis = nowMillis;
  }

  /** A source that spoke before a restart is waited for, until this time. */
  void expect(String source, long newestMillis, long untilMillis) {
    Hand hand = hands.computeIfAbsent(source, name -> new Hand());
    hand.newestMillis = Math.max(hand.newestMillis, newestMillis);
    hand.seenMillis = untilMillis - idleMillis;
  }

  /** Whether no source spoke for a while. */
  boolean isIdle(long nowMillis) {
    return hands.values().stream().noneMatch(hand -> speaks(hand, nowMillis));
  }

  /** Nothing at or before this is waited for, milliseconds; {@link #UNKNOWN} before any record. */
  long watermark(long nowMillis) {
    long slowest = Long.MAX_VALUE;
    long newest = UNKNOWN;
    for (Hand hand : hands.values()) {
      newest = Math.max(newest, hand.newestMillis);
      if (hand.newestMillis != UNKNOWN && speaks(hand, nowMillis)) {
        slowest = Math.min(slowest, hand.newestMillis);
      }
    }
    if (slowest == Long.MAX_VALUE) {
      return newest;
    }
    return Math.max(slowest, newest - LONGEST_WAIT_MILLIS) - latenessMillis - 1;
  }

  private boolean speaks(Hand hand, long nowMillis) {
    return nowMillis - hand.seenMillis < idleMillis;
  }

  private static final class Hand {
    private long newestMillis = UNKNOWN;
    private long seenMillis;
  }
}
