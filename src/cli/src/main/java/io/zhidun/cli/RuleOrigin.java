package io.zhidun.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where imported rules come from, for whoever looks at the draft. What single rules say of their
 * licence and author stays in their texts.
 *
 * @param name name of the folder
 * @param commit the commit of its working tree, if it is or lies in one
 * @param licence name and first line of the licence file above the rules, or null
 */
record RuleOrigin(String name, Optional<GitWorkTree> commit, @Nullable String licence) {
  private static final int LONGEST_LINE = 200;

  static RuleOrigin of(Path folder) throws IOException {
    Path real = folder.toRealPath();
    Optional<GitWorkTree> tree = GitWorkTree.of(real);
    Path top = tree.map(GitWorkTree::root).orElse(real);
    String licence = null;
    for (Path at = real; licence == null && at != null && at.startsWith(top); at = at.getParent()) {
      licence = licence(at);
    }
    return new RuleOrigin(String.valueOf(real.getFileName()), tree, licence);
  }

  private static @Nullable String licence(Path folder) throws IOException {
    List<Path> found;
    try (Stream<Path> files = Files.list(folder)) {
      found = files.filter(RuleOrigin::isLicence).sorted().toList();
    }
    return found.isEmpty() ? null : found.get(0).getFileName() + firstLine(found.get(0));
  }

  private static boolean isLicence(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return (name.startsWith("license") || name.startsWith("licence") || name.startsWith("copying"))
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static String firstLine(Path file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      char[] start = new char[LONGEST_LINE * 4];
      int read = Math.max(0, lines.read(start));
      return new String(start, 0, read)
          .lines()
          .map(line -> line.replaceAll("[\\p{Cntrl}#*=]", "").strip())
          .filter(line -> !line.isEmpty())
          .findFirst()
          .map(line -> ": " + line.substring(0, Math.min(line.length(), LONGEST_LINE)))
          .orElse("");
    }
  }

  /** The same in words. */
  String note() {
    StringBuilder note = new StringBuilder("来源 Source: ").append(name);
    commit.ifPresent(tree -> note.append("\nGit 提交 commit: ").append(tree.commit()));
    if (licence != null) {
      note.append("\n许可 Licence: ").append(licence);
    }
    return note.toString();
  }
}
