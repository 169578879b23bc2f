package io.zhidun.catalog;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts what judge rules of a test say has fired; public so that rules can call it. */
public final class FiredRules {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private FiredRules() {}

  public static void count() {
    COUNT.incrementAndGet();
  }

  static int taken() {
    return COUNT.getAndSet(0);
  }
}
