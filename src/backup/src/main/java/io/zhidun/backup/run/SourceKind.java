package io.zhidun.backup.run;

import io.zhidun.backup.executor.MariaDbOptions;
import io.zhidun.backup.executor.PostgresOptions;
import io.zhidun.backup.policy.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What a source is. */
public sealed interface SourceKind {

  /** Files below a folder. */
  record Files(Path path) implements SourceKind {}

  /** A PostgreSQL cluster; the password is read when it is needed. */
  record Postgres(
      Path binaries,
      String host,
      int port,
      String user,
      String passwordFile,
      List<String> databases)
      implements SourceKind {
    public PostgresOptions options() throws IOException {
      return new PostgresOptions(
          binaries,
          host,
          port,
          user,
          passwordFile.isEmpty() ? null : TargetSpec.secret(passwordFile),
          databases,
          Duration.ofSeconds(10));
    }
  }

  /** A MariaDB on this machine; the password is read when it is needed. */
  record MariaDb(Path socket, String user, String passwordFile, List<String> databases)
      implements SourceKind {
    public MariaDbOptions options() throws IOException {
      return new MariaDbOptions(
          socket, user, passwordFile.isEmpty() ? null : TargetSpec.secret(passwordFile), databases);
    }
  }

  static SourceKind read(Section section) {
    String kind = section.text("kind");
    return switch (kind) {
      case "files" -> new Files(Path.of(section.text("path")));
      case "postgresql" ->
          new Postgres(
              Path.of(section.text("binaries")),
              section.text("host"),
              section.has("port") ? section.number("port", 1, 65535) : 5432,
              section.text("user"),
              section.has("password-file") ? section.text("password-file") : "",
              section.texts("databases"));
      case "mariadb" ->
          new MariaDb(
              Path.of(section.text("socket")),
              section.text("user"),
              section.has("password-file") ? section.text("password-file") : "",
              section.texts("databases"));
      default -> {
        section.fault("kind", "must be one of files, postgresql, mariadb, was \"" + kind + '"');
        yield new Files(Path.of("/nonexistent"));
      }
    };
  }
}
