package io.zhidun.simulator.estate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** What was filed and the worker has not yet seen, oldest first. */
final class FilingQueue {
  private final Deque<Instant> waiting = new ArrayDeque<>();
  private final int limit;
  private final double perSecond;
  private double allowance;

  /**
   * @param limit most messages; then publishing fails
   * @param perSecond how many the worker can take
   */
  FilingQueue(int limit, double perSecond) {
    this.limit = limit;
    this.perSecond = perSecond;
  }

  boolean isFull() {
    return waiting.size() >= limit;
  }

  void publish(Instant now) {
    waiting.add(now);
  }

  int size() {
    return waiting.size();
  }

  int limit() {
    return limit;
  }

  double oldestSeconds(Instant now) {
    Instant first = waiting.peek();
    return first == null ? 0 : Math.max(0, Duration.between(first, now).toMillis() / 1e3);
  }

  /**
   * @param share of its ability that the worker has
   * @return how many messages the worker may take now
   */
  int due(double seconds, double share) {
    allowance = Math.min(allowance + seconds * perSecond * share, waiting.size());
    int whole = (int) allowance;
    allowance -= whole;
    return whole;
  }

  void taken() {
    waiting.remove();
  }
}
