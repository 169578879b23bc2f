package io.zhidun.backup.executor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * A password for a PostgreSQL tool, in a file that only this user reads, for as long as it runs.
 */
final class PassFile implements AutoCloseable {
  private final Path file;

  private PassFile(Path file) {
    this.file = file;
  }

  static PassFile of(PostgresOptions options) throws IOException {
    Path file =
        Files.createTempFile(
            "zhidun-pass",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    String password = options.password() == null ? "" : options.password();
    Files.writeString(file, "*:*:*:*:" + password.replace("\\", "\\\\").replace(":", "\\:") + '\n');
    return new PassFile(file);
  }

  Map<String, String> environment() {
    return Map.of("PGPASSFILE", file.toString(), "PGCONNECT_TIMEOUT", "15");
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
