package io.zhidun.backup.executor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/** Numbers of owner and group; only the system's administrator can give files away. */
final class Owners {
  private static final boolean ADMINISTRATOR = "root".equals(System.getProperty("user.name"));

  private Owners() {}

  static int[] of(Path path) throws IOException {
    Map<String, Object> ids = Files.readAttributes(path, "unix:uid,gid", LinkOption.NOFOLLOW_LINKS);
    return new int[] {(Integer) ids.get("uid"), (Integer) ids.get("gid")};
  }

  static void set(Path path, int owner, int group) throws IOException {
    if (ADMINISTRATOR) {
      Files.setAttribute(path, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(path, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
    }
  }
}
