package io.zhidun.collectors.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds a log file's earlier generations in its folder: {@code access.log.1}, {@code
 * access.log-20261122}, {@code access-2026-11-22.log}, {@code access.1.log}. Compressed ones cannot
 * be read on and are left out.
 */
final class Siblings {
  private static final String GENERATION = "[._-](\\d[\\d._:TZ-]*|old|prev|bak)";
  private static final int MAX_FILES = 10_000;

  private final Path head;
  private final Pattern rotated;

  Siblings(Path head) {
    this.head = head;
    String name = String.valueOf(head.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String ending = dot > 0 ? name.substring(dot) : "";
    this.rotated =
        Pattern.compile(
            "("
                + Pattern.quote(name)
                + GENERATION
                + ")|("
                + Pattern.quote(stem)
                + GENERATION
                + Pattern.quote(ending)
                + ")");
  }

  /** Whether this is the name of an earlier generation of the head. */
  boolean isGeneration(Path path) {
    return rotated.matcher(String.valueOf(path.getFileName())).matches();
  }

  /**
   * The files to read from a position on, oldest first, the last being the head: the file of the
   * position itself, wherever it is now, and the generations after it. Empty if there is no head.
   */
  Chain from(FilePosition position) throws IOException {
    OpenFile home = home(position);
    List<OpenFile> files = new ArrayList<>();
    String headKey = OpenFile.keyOf(head);
    if (home != null) {
      home.moveTo(position.offset());
      files.add(home);
    }
    if (home == null || !home.key.equals(headKey)) {
      long since = home == null ? position.atMillis() + 1 : modified(home.path);
      addGenerations(files, since, headKey, home == null ? "" : home.key);
      OpenFile newest = OpenFile.open(head);
      if (newest != null) {
        files.add(newest);
      }
    }
    return new Chain(home != null, files);
  }

  private @Nullable OpenFile home(FilePosition position) throws IOException {
    OpenFile copy = null;
    for (Path path : files()) {
      boolean same = position.key().equals(OpenFile.keyOf(path));
      boolean maybeCopy = copy == null && position.fingerprint().length() > 0 && isGeneration(path);
      OpenFile file = same || maybeCopy ? OpenFile.open(path) : null;
      if (file == null) {
        continue;
      }
      if (!file.holds(position.offset(), position.fingerprint())) {
        file.close();
      } else if (same) {
        close(copy);
        return file;
      } else {
        copy = file.seal();
      }
    }
    return copy;
  }

  private void addGenerations(
      List<OpenFile> files, long since, @Nullable String headKey, String home) throws IOException {
    List<Path> newer = new ArrayList<>();
    for (Path path : files()) {
      if (isGeneration(path) && modified(path) >= since) {
        newer.add(path);
      }
    }
    newer.sort(
        Comparator.comparingLong(Siblings::modified)
            .thenComparing(Comparator.comparing(Path::toString).reversed()));
    for (Path path : newer) {
      OpenFile file = OpenFile.open(path);
      if (file == null) {
        continue;
      }
      if (file.key.equals(headKey) || file.key.equals(home)) {
        file.close();
      } else {
        files.add(file);
      }
    }
  }

  /** The head first: in most cases it is the one looked for. */
  private List<Path> files() throws IOException {
    List<Path> found = new ArrayList<>();
    found.add(head);
    Path folder = head.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return found;
    }
    try (DirectoryStream<Path> listed = Files.newDirectoryStream(folder)) {
      for (Path path : listed) {
        if (!path.equals(head) && found.size() < MAX_FILES) {
          found.add(path);
        }
      }
    }
    return found;
  }

  private static long modified(Path path) {
    try {
      return Files.getLastModifiedTime(path).toMillis();
    } catch (IOException e) {
      return Long.MIN_VALUE; // gone meanwhile
    }
  }

  private static void close(@Nullable OpenFile file) throws IOException {
    if (file != null) {
      file.close();
    }
  }

  /**
   * Files in reading order.
   *
   * @param complete whether the position's own file was found
   * @param files opened, at the place where reading begins
   */
  record Chain(boolean complete, List<OpenFile> files) {}
}
