package io.zhidun.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which commit a Git working tree stands at, read from its files: no program is run, so nothing
 * that a repository configures runs either. Whether files were changed since is not looked at. See
 * gitrepository-layout(5).
 *
 * @param root the working tree
 * @param commit id of the commit that {@code HEAD} names
 */
record GitWorkTree(Path root, String commit) {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
  private static final Pattern REF = Pattern.compile("ref: (refs/[A-Za-z0-9._/+@-]{1,200})");
  private static final int LARGEST_FILE = 16 << 20;

  /** Refs that lead to refs; more is a circle. */
  private static final int LONGEST_CHAIN = 5;

  /**
   * The working tree that a folder is or lies in; empty without one, or before its first commit.
   */
  static Optional<GitWorkTree> of(Path folder) throws IOException {
    for (Path at = folder.toRealPath(); at != null; at = at.getParent()) {
      Path git = at.resolve(".git");
      if (Files.exists(git, LinkOption.NOFOLLOW_LINKS)) {
        Path tree = at;
        return Optional.ofNullable(commit(at, git)).map(id -> new GitWorkTree(tree, id));
      }
    }
    return Optional.empty();
  }

  private static @Nullable String commit(Path root, Path git) throws IOException {
    Path own = gitFolder(root, git);
    if (own == null) {
      return null;
    }
    String common = text(own.resolve("commondir"));
    Path shared = common == null ? own : resolved(own, common);
    String head = text(own.resolve("HEAD"));
    for (int i = 0; head != null && shared != null && i < LONGEST_CHAIN; i++) {
      if (ID.matcher(head).matches()) {
        return head;
      }
      Matcher ref = REF.matcher(head);
      if (!ref.matches() || ref.group(1).contains("..")) {
        return null;
      }
      String loose = text(shared.resolve(ref.group(1)));
      head = loose == null ? packed(shared, ref.group(1)) : loose;
    }
    return null;
  }

  /** A linked working tree and a submodule have a file that says where the folder is. */
  private static @Nullable Path gitFolder(Path root, Path git) throws IOException {
    if (Files.isDirectory(git, LinkOption.NOFOLLOW_LINKS)) {
      return git;
    }
    String link = text(git);
    return link != null && link.startsWith("gitdir: ")
        ? resolved(root, link.substring("gitdir: ".length()))
        : null;
  }

  private static @Nullable Path resolved(Path base, String path) {
    try {
      return base.resolve(path).normalize();
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static @Nullable String packed(Path git, String ref) throws IOException {
    String refs = text(git.resolve("packed-refs"));
    return refs == null
        ? null
        : refs.lines()
            .filter(line -> line.endsWith(" " + ref))
            .map(line -> line.substring(0, line.indexOf(' ')))
            .findFirst()
            .orElse(null);
  }

  /** A small file's text without the end of its last line, or null where it is none. */
  private static @Nullable String text(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(LARGEST_FILE);
      return new String(bytes, StandardCharsets.UTF_8).stripTrailing();
    }
  }
}
