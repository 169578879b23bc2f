package io.zhidun.backup.executor;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a MariaDB on this machine; mariadb-backup reads its files and so runs beside it.
 *
 * @param socket of the server
 * @param user with the rights RELOAD, PROCESS, LOCK TABLES and BINLOG MONITOR, and SELECT on what
 *     is counted
 * @param password the user's, or null
 * @param databases whose tables are counted
 */
public record MariaDbOptions(
    Path socket, String user, @Nullable String password, List<String> databases) {
  public MariaDbOptions {
    databases = List.copyOf(databases);
  }

  @Override
  public String toString() {
    return "mariadb " + user + '@' + socket;
  }
}
