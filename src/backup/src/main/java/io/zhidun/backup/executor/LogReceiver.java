package io.zhidun.backup.executor;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Takes a database's log into a spool as it is written, until it is closed or ends. Who owns it
 * watches {@link #isAlive} and starts another.
 */
public interface LogReceiver extends AutoCloseable {
  boolean isAlive();

  /** What it said last. */
  String words();

  /**
   * Lets the server begin a new file where something was written since the last call, so that what
   * was written can be stored.
   *
   * @return where nothing was written since, the name of the file that ended then: once it is
   *     stored, so is all that the server has written. Else null
   */
  @Nullable String rotate() throws IOException, InterruptedException;

  @Override
  void close() throws IOException;
}
