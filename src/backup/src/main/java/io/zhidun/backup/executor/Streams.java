package io.zhidun.backup.executor;

import java.io.IOException;
import java.io.InputStream;

/** Opens a backup's stream at an offset. */
@FunctionalInterface
public interface Streams {
  InputStream open(long offset) throws IOException;
}
