package io.zhidun.backup.executor;

import io.zhidun.backup.repository.Facts;
import io.zhidun.backup.repository.Manifest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Backs up and restores one source. Used by one thread; stopped by interrupting it. An
 * implementation must leave no process behind and put no secret on a command line.
 */
public interface Executor {
  /** The kind, as configurations and manifests name it. */
  String kind();

  /** Whether reading again gives the same bytes as long as nobody changed the source. */
  boolean repeatable();

  /** Writes the source to {@code out}, which stays open. */
  Facts backUp(OutputStream out) throws IOException, InterruptedException;

  /**
   * Restores into a folder that is not there yet; it appears when all is in it. A restore that died
   * goes on or begins anew when called again.
   *
   * @param stream the backup's bytes from an offset on
   */
  void restore(Manifest manifest, Streams stream, Path into)
      throws IOException, InterruptedException;
}
