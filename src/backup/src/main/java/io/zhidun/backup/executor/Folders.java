package io.zhidun.backup.executor;

import java.io.IOException;
import java.nio.file.Path;

/** Folders of restored data. */
public final class Folders {
  private Folders() {}

  /** Deletes a folder and all in it; follows no link. */
  public static void delete(Path folder) throws IOException {
    Staging.deleteTree(folder);
  }
}
