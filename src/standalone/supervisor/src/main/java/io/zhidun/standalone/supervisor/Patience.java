package io.zhidun.standalone.supervisor;

import java.time.Duration;

/**
 * How often a part is asked, and how long it may be silent.
 *
 * @param poll between two looks at a process, and at a part that is starting
 * @param interval between two health checks of a running part
 * @param unanswered checks in a row after which the part hangs and is ended
 */
record Patience(Duration poll, Duration interval, int unanswered) {
  static final Patience STANDARD = new Patience(Duration.ofMillis(150), Duration.ofSeconds(10), 18);

  Patience {
    if (unanswered < 1) {
      throw new IllegalArgumentException("unanswered must be at least 1, was " + unanswered);
    }
  }
}
