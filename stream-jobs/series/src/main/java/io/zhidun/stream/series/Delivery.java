package io.zhidun.stream.series;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Brings samples to a store until each was taken or refused for itself. A store refuses a whole
 * request for one sample of it, so what is refused is halved until the guilty stand alone.
 */
final class Delivery {
  private final SeriesStore store;
  private final Patience patience;

  Delivery(SeriesStore store, Patience patience) {
    this.store = store;
    this.patience = patience;
  }

  /** What is done while the store is away. */
  interface Patience {
    /** Waits a moment; false if waiting is over. */
    boolean waitFor(int attempt) throws InterruptedException;
  }

  /**
   * Delivers all.
   *
   * @return how many were refused, or -1 if waiting ended before all was delivered
   */
  long deliver(List<byte[]> all) throws InterruptedException {
    Deque<List<byte[]>> left = new ArrayDeque<>();
    if (!all.isEmpty()) {
      left.push(all);
    }
    long refused = 0;
    int attempt = 0;
    while (!left.isEmpty()) {
      List<byte[]> next = left.pop();
      switch (store.write(next)) {
        case TAKEN -> attempt = 0;
        case REFUSED -> {
          attempt = 0;
          if (next.size() == 1) {
            refused++;
          } else {
            int half = next.size() / 2;
            left.push(next.subList(half, next.size()));
            left.push(next.subList(0, half));
          }
        }
        case AWAY -> {
          left.push(next);
          if (!patience.waitFor(attempt++)) {
            return -1;
          }
        }
      }
    }
    return refused;
  }
}
