package io.zhidun.backup.executor;

import java.io.IOException;

/**
 * Takes a database's log into a spool as it is written, until it is closed or ends. Who owns it
 * watches {@link #isAlive} and starts another.
 */
public interface LogReceiver extends AutoCloseable {
  boolean isAlive();

  /** What it said last. */
  String words();

  /**
   * Lets the server begin a new file where something was written to the last one, so that it can be
   * stored.
   */
  void rotate() throws IOException, InterruptedException;

  @Override
  void close() throws IOException;
}
