package io.zhidun.backup.executor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * MariaDB's own tools with the password in a file that only this user reads, for as long as this is
 * open.
 */
final class MariaDbClient implements AutoCloseable {
  private final Path defaults;

  private MariaDbClient(Path defaults) {
    this.defaults = defaults;
  }

  static MariaDbClient of(MariaDbOptions options) throws IOException {
    Path file =
        Files.createTempFile(
            "zhidun-mariadb",
            ".cnf",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    StringBuilder text = new StringBuilder("[client]\n");
    text.append("socket=").append(quoted(options.socket().toString()));
    text.append("user=").append(quoted(options.user()));
    if (options.password() != null) {
      text.append("password=").append(quoted(options.password()));
    }
    Files.writeString(file, text);
    return new MariaDbClient(file);
  }

  private static String quoted(String value) {
    if (value.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("a value of MariaDB's options holds a control character");
    }
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n";
  }

  /** A tool that reads the options of clients. */
  Program tool(String name, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(name);
    command.add("--defaults-file=" + defaults);
    command.addAll(List.of(arguments));
    return Program.of(command);
  }

  /** Rows of all results of the statements, one after the other, in one session. */
  List<List<String>> query(String sql) throws IOException, InterruptedException {
    String out = tool("mariadb", "--batch", "--skip-column-names", "--execute=" + sql).run();
    return out.lines().map(line -> Arrays.asList(line.split("\t", -1))).toList();
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(defaults);
  }
}
