package io.zhidun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitWorkTreeTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  @TempDir private Path folder = Path.of("");

  @Test
  void aDetachedHeadNamesItself() throws IOException {
    write(".git/HEAD", COMMIT + "\n");
    assertThat(commit(folder)).isEqualTo(COMMIT);
  }

  @Test
  void aBranchIsLooseOrPacked() throws IOException {
    write(".git/HEAD", "ref: refs/heads/a/b\n");
    write(
        ".git/packed-refs",
        "# pack-refs with: peeled\n"
            + COMMIT.replace('0', '1')
            + " refs/heads/a\n"
            + COMMIT
            + " refs/heads/a/b\n");
    Path below = Files.createDirectories(folder.resolve("rules/linux"));
    assertThat(commit(below)).isEqualTo(COMMIT);

    write(".git/refs/heads/a/b", COMMIT.replace('0', '2') + "\n");
    assertThat(commit(below)).isEqualTo(COMMIT.replace('0', '2'));
  }

  @Test
  void aLinkedWorkingTreeAndASubmoduleSayWhereTheirFolderIs() throws IOException {
    write("main/.git/refs/heads/side", COMMIT);
    write("main/.git/worktrees/side/HEAD", "ref: refs/heads/side\n");
    write("main/.git/worktrees/side/commondir", "../..\n");
    write("side/.git", "gitdir: " + folder.resolve("main/.git/worktrees/side") + "\n");
    assertThat(commit(folder.resolve("side"))).isEqualTo(COMMIT);

    write("main/.git/modules/sub/HEAD", COMMIT);
    write("main/sub/.git", "gitdir: ../.git/modules/sub\n");
    assertThat(commit(folder.resolve("main/sub"))).isEqualTo(COMMIT);
  }

  @Test
  void nothingThatIsNoCommitIsTakenForOne() throws IOException {
    assertThat(commit(folder)).isEmpty();
    write(".git/HEAD", "ref: refs/heads/unborn\n");
    assertThat(commit(folder)).isEmpty();
    write(".git/HEAD", "ref: refs/../../secret\n");
    write("secret", COMMIT);
    assertThat(commit(folder)).isEmpty();
    write(".git/HEAD", "ref: refs/heads/circle\n");
    write(".git/refs/heads/circle", "ref: refs/heads/circle\n");
    assertThat(commit(folder)).isEmpty();
    write(".git/HEAD", "a password\n");
    assertThat(commit(folder)).isEmpty();
    Path linked = Files.createDirectory(folder.resolve("linked"));
    write(".git/HEAD", COMMIT);
    Files.createSymbolicLink(linked.resolve(".git"), folder.resolve(".git"));
    assertThat(commit(linked)).isEmpty();
  }

  private static String commit(Path at) throws IOException {
    return GitWorkTree.of(at).map(GitWorkTree::commit).orElse("");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
