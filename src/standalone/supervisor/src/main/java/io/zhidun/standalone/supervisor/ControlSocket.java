package io.zhidun.standalone.supervisor;

import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/** Where the supervisor of an installation listens for commands. */
final class ControlSocket {
  /** The kernel's bound is 108 bytes; a few are left for its terminator. */
  private static final int LONGEST_PATH = 100;

  private ControlSocket() {}

  /** The path below the data folder or, where that is too long, one that is derived from it. */
  static Path path(Installation at) {
    byte[] path = at.socket().toString().getBytes(StandardCharsets.UTF_8);
    if (path.length <= LONGEST_PATH) {
      return at.socket();
    }
    String name = "zhidun-" + UUID.nameUUIDFromBytes(path) + ".sock";
    return Path.of(System.getProperty("java.io.tmpdir"), name);
  }

  static UnixDomainSocketAddress address(Installation at) {
    return UnixDomainSocketAddress.of(path(at));
  }
}
