package io.zhidun.backup.executor;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a PostgreSQL cluster and its tools.
 *
 * @param binaries the folder of pg_basebackup, pg_receivewal, psql and postgres
 * @param user with the right to replicate, to run pg_create_restore_point for restore points, and
 *     pg_switch_wal to have a log stored of which little is written
 * @param password the user's, or null
 * @param databases whose tables are counted
 * @param lockPatience how long writers may be held up while the moment of counting is fixed
 */
public record PostgresOptions(
    Path binaries,
    String host,
    int port,
    String user,
    @Nullable String password,
    List<String> databases,
    Duration lockPatience) {
  public PostgresOptions {
    databases = List.copyOf(databases);
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("port must be 1 to 65535, was " + port);
    }
  }

  String tool(String name) {
    return binaries.resolve(name).toString();
  }

  String url(String database) {
    return "jdbc:postgresql://"
        + host
        + ':'
        + port
        + '/'
        + java.net.URLEncoder.encode(database, java.nio.charset.StandardCharsets.UTF_8);
  }

  /**
   * Connects to the first database, for a short question.
   *
   * @param application what the server shows of who asks
   */
  Connection connect(String application) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    if (password != null) {
      properties.setProperty("password", password);
    }
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "10");
    properties.setProperty("ApplicationName", application);
    return DriverManager.getConnection(url(databases.get(0)), properties);
  }

  @Override
  public String toString() {
    return "postgresql://" + user + '@' + host + ':' + port;
  }
}
