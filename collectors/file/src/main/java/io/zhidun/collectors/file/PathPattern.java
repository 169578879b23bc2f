package io.zhidun.collectors.file;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/**
 * A configured path: one file's name or a glob.
 *
 * @param text absolute path; {@code * ? [ ] { }} make it a glob
 */
record PathPattern(String text) {
  private static final String SPECIAL = "*?[]{}";
  private static final int MAX_DEPTH = 16;
  private static final String COMPRESSED = ".*\\.(gz|bz2|xz|zst|zip)";

  PathPattern {
    if (!text.startsWith("/")) {
      throw new IllegalArgumentException("path must be absolute, was \"" + text + "\"");
    }
  }

  boolean isGlob() {
    return text.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0);
  }

  /** Folder from which names of matches are told. */
  Path root() {
    if (!isGlob()) {
      Path parent = Path.of(text).getParent();
      return parent == null ? Path.of("/") : parent;
    }
    int special = 0;
    while (SPECIAL.indexOf(text.charAt(special)) < 0) {
      special++;
    }
    return Path.of(text.substring(0, text.lastIndexOf('/', special) + 1));
  }

  /** Matching regular files, sorted, at most this many. */
  List<Path> matches(int limit) throws IOException {
    Path root = root();
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + text);
    int depth =
        text.contains("**") ? MAX_DEPTH : Path.of(text).getNameCount() - root.getNameCount();
    try (Stream<Path> found =
        Files.find(
            root,
            depth,
            (path, attributes) -> attributes.isRegularFile() && matcher.matches(path),
            FileVisitOption.FOLLOW_LINKS)) {
      return found
          .filter(path -> !path.toString().matches(COMPRESSED))
          .sorted()
          .limit(limit)
          .toList();
    }
  }
}
