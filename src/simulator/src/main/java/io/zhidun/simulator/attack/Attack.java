package io.zhidun.simulator.attack;

import io.zhidun.simulator.load.Stage;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** A way of attacking the simulated systems. */
interface Attack {
  /** Kebab-case name. */
  String name();

  /**
   * Plans the n-th attack of a run, which begins at {@code begin}. Every n must come from another
   * address or account, so that its alert is told from the others.
   */
  Attempt plan(int n, Instant begin, Stage stage, RandomGenerator random);
}
