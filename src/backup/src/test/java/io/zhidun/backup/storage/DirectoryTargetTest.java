package io.zhidun.backup.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTargetTest extends TargetContract {
  @TempDir Path folder;

  @Override
  Target open() {
    return new DirectoryTarget(folder, false);
  }

  @Override
  Target openAppendOnly() {
    return new DirectoryTarget(folder, true);
  }

  @Test
  void letsOnlyTheOwnerRead() throws IOException {
    target().put("a/b", Content.of("x"), null);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a/b"))))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a"))))
        .isEqualTo("rwx------");
  }

  @Test
  void takesAFolderThatIsNotMountedForAnError() {
    Target gone = new DirectoryTarget(folder.resolve("not-mounted"), false);

    assertThatThrownBy(() -> gone.put("x", Content.of("x"), null))
        .isInstanceOfSatisfying(TargetException.class, e -> assertThat(e.retryable()).isTrue())
        .hasMessageContaining("is it mounted?");
  }

  @Test
  void followsNoLinkOutOfTheFolder() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Path root = Files.createDirectory(folder.resolve("root"));
    Files.createSymbolicLink(root.resolve("a"), outside);

    assertThatThrownBy(() -> new DirectoryTarget(root, false).put("a/b", Content.of("x"), null))
        .isInstanceOf(IOException.class);
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void removesWhatADeadWriterLeft() throws IOException {
    target().put("a", Content.of("x"), null);
    Path left = Files.writeString(folder.resolve(".writing/left"), "half");
    Path fresh = Files.writeString(folder.resolve(".writing/fresh"), "half");
    Instant now = Instant.now();
    Files.setLastModifiedTime(left, FileTime.from(now.minus(Duration.ofDays(3))));

    new DirectoryTarget(folder, false).removeStale(now);

    assertThat(left).doesNotExist();
    assertThat(fresh).exists();
  }
}
