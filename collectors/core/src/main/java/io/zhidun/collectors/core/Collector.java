package io.zhidun.collectors.core;

import java.io.IOException;

/**
 * Receives the bytes of one protocol, frames them into records and offers them to an outlet of the
 * shared {@link Shipper}.
 *
 * <p>What an implementer must not do:
 *
 * <ul>
 *   <li>retry on its own: a fault that ends the work is thrown, {@link CollectorSupervisor} starts
 *       {@link #run()} again with a growing pause;
 *   <li>close the shipper or an outlet, which other collectors use and which outlive a restart;
 *   <li>parse content, or let bad input end the work: it is counted at the outlet and passed by;
 *   <li>throw or log at error level because it was stopped: {@link #run()} then returns quietly.
 * </ul>
 *
 * Everything {@link #run()} opens, it closes before it ends, so that it can be run again.
 */
public interface Collector {
  /** Name for logs, health and the restart counter. */
  String name();

  /**
   * Works on the calling thread until {@link #stop()} is called.
   *
   * @throws IOException where the work cannot go on
   */
  void run() throws IOException;

  /**
   * Lets {@link #run()} return soon, for good. Called from any thread, more than once, early too.
   */
  void stop();
}
