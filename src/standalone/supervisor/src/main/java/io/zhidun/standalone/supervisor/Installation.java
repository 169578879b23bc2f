package io.zhidun.standalone.supervisor;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where one installation has its programs and its data.
 *
 * @param home the checkout, whose modules hold the built programs
 * @param data folder of everything that the parts keep, say and tell each other
 */
record Installation(Path home, Path data) {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  Installation {
    home = home.toAbsolutePath().normalize();
    data = data.toAbsolutePath().normalize();
  }

  Path logs() {
    return data.resolve("logs");
  }

  Path log(String part) {
    return logs().resolve(part + ".log");
  }

  Path run() {
    return data.resolve("run");
  }

  Path state() {
    return run().resolve("state.json");
  }

  Path lock() {
    return run().resolve("supervisor.lock");
  }

  Path socket() {
    return run().resolve("supervisor.sock");
  }

  Path settings() {
    return data.resolve("settings.json");
  }

  Path collectors() {
    return data.resolve("collectors.yml");
  }

  /** What is backed up; read by the service where it is there. */
  Path backups() {
    return data.resolve("backup.yml");
  }

  Path firstAccounts() {
    return run().resolve("first-accounts.json");
  }

  /** Says that the first accounts were made once, so that no later start makes them again. */
  Path firstAccountsMade() {
    return data.resolve("first-accounts.made");
  }

  /** Folder of the copied jars that {@code part} runs from. */
  Path programs(String part) {
    return data.resolve("programs").resolve(part);
  }

  /** Folder of what {@code part} keeps. */
  Path of(String part) {
    return data.resolve(part);
  }

  /** Creates the folders; nobody else may read what the sources said. */
  void create() throws IOException {
    Files.createDirectories(data);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(data, OWNER_ONLY);
    }
    Files.createDirectories(logs());
    Files.createDirectories(run());
  }
}
