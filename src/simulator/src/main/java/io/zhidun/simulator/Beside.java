package io.zhidun.simulator;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Work on a thread of its own whose fault ends the whole run: half a run would look whole. */
final class Beside {
  /** What is done. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  private volatile @Nullable Exception fault;

  private Beside() {}

  /**
   * @param failed called when the work ends with a fault
   */
  static Beside start(String name, Work work, Runnable failed) {
    Beside beside = new Beside();
    Thread thread = new Thread(() -> beside.run(work, failed), name);
    thread.setDaemon(true);
    thread.start();
    return beside;
  }

  private void run(Work work, Runnable failed) {
    try {
      work.run();
    } catch (IOException | RuntimeException e) {
      fault = e;
      failed.run();
    }
  }

  /** Throws the fault that ended the work, if one did. */
  void rethrow() throws IOException {
    Exception ended = fault;
    if (ended instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (ended instanceof IOException checked) {
      throw checked;
    }
  }
}
