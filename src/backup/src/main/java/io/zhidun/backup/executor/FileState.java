package io.zhidun.backup.executor;

import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a file is like: enough to put it back and to see that it changed. */
record FileState(
    Kind kind, long size, int mode, int owner, int group, Instant modified, @Nullable Object key) {
  enum Kind {
    FOLDER,
    FILE,
    LINK,
    OTHER
  }

  /** Looks at an entry of an open folder, not at what a link leads to. */
  static FileState of(SecureDirectoryStream<Path> folder, Path name, Path path) throws IOException {
    PosixFileAttributes a =
        folder
            .getFileAttributeView(name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
            .readAttributes();
    Kind kind =
        a.isDirectory()
            ? Kind.FOLDER
            : a.isRegularFile() ? Kind.FILE : a.isSymbolicLink() ? Kind.LINK : Kind.OTHER;
    int[] ids = Owners.of(path);
    return new FileState(
        kind,
        a.size(),
        mode(a.permissions()),
        ids[0],
        ids[1],
        a.lastModifiedTime().toInstant(),
        a.fileKey());
  }

  private static int mode(Set<PosixFilePermission> permissions) {
    int mode = 0;
    for (PosixFilePermission permission : permissions) {
      mode |= 0400 >> permission.ordinal();
    }
    return mode;
  }

  static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    for (PosixFilePermission permission : PosixFilePermission.values()) {
      if ((mode & (0400 >> permission.ordinal())) != 0) {
        permissions.add(permission);
      }
    }
    return permissions;
  }
}
