package io.zhidun.collectors.file;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Rotated files that were taken to be finished, watched for a minute: a program that still writes
 * to one loses lines, and that must be seen. It shows that {@code rotatedIdle} is too short for it.
 */
final class FinishedFiles {
  private static final long WATCHED_NANOS = 60_000_000_000L;
  private static final int MAX_FILES = 8;

  private final Deque<Finished> files = new ArrayDeque<>();

  void add(OpenFile file, long size, long now) throws IOException {
    if (files.size() == MAX_FILES) {
      files.removeFirst().file.close();
    }
    files.addLast(new Finished(file, size, now));
  }

  /** How many of them have grown; those and the old ones are let go. */
  int takeGrown(long now) throws IOException {
    int grown = 0;
    for (Iterator<Finished> each = files.iterator(); each.hasNext(); ) {
      Finished finished = each.next();
      boolean more = finished.file.size() > finished.size;
      if (more || now - finished.since > WATCHED_NANOS) {
        finished.file.close();
        each.remove();
        grown += more ? 1 : 0;
      }
    }
    return grown;
  }

  void close() throws IOException {
    for (Finished finished : files) {
      finished.file.close();
    }
    files.clear();
  }

  private record Finished(OpenFile file, long size, long since) {}
}
