package io.zhidun.backup.executor;

import io.zhidun.backup.repository.Measure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Counts a database at a moment to which a restore can return. Writers are held up by share locks
 * until all that were at work have committed; then a restore point is written into the log and, in
 * a second session, a snapshot taken; then the locks go. What the snapshot shows is what a recovery
 * to that point gives, to the row, however busy the database is. The counting itself holds nobody
 * up.
 */
final class PostgresMoment {
  private final PostgresOptions options;

  /**
   * @param lsn of the restore point
   * @param at the database's clock then
   */
  record Counted(String restorePoint, Lsn lsn, Instant at, List<Measure> measures) {}

  PostgresMoment(PostgresOptions options) {
    this.options = options;
  }

  /**
   * @throws SQLException also where writers did not let go within the patience
   */
  Counted count(String database, String restorePoint) throws SQLException {
    try (Connection locking = connect(database);
        Connection counting = connect(database)) {
      locking.setAutoCommit(false);
      counting.setAutoCommit(false);
      counting.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      counting.setReadOnly(false);
      execute(counting, TableSql.SETTINGS);
      List<String> tables = tables(locking);
      lock(locking, tables);
      Object[] point = point(counting, restorePoint);
      locking.rollback();
      List<Measure> measures = new ArrayList<>();
      for (String table : tables) {
        measures.add(measure(counting, database, table));
      }
      counting.rollback();
      execute(locking, "SELECT pg_switch_wal()");
      locking.commit();
      return new Counted(
          restorePoint, Lsn.parse((String) point[0]), (Instant) point[1], List.copyOf(measures));
    }
  }

  private void lock(Connection connection, List<String> tables) throws SQLException {
    if (tables.isEmpty()) {
      return;
    }
    execute(
        connection, "SET LOCAL lock_timeout = " + Math.max(1, options.lockPatience().toMillis()));
    execute(connection, "LOCK TABLE ONLY " + String.join(", ONLY ", tables) + " IN SHARE MODE");
  }

  private static Object[] point(Connection connection, String name) throws SQLException {
    try (var statement =
        connection.prepareStatement("SELECT pg_create_restore_point(?)::text, clock_timestamp()")) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Object[] {row.getString(1), row.getTimestamp(2).toInstant()};
      }
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TableSql.TABLES)) {
      List<String> tables = new ArrayList<>();
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
      return tables;
    }
  }

  private static Measure measure(Connection connection, String database, String table)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(TableSql.count(table))) {
      row.next();
      return new Measure(database + '.' + table, row.getLong(1), row.getString(2));
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", options.user());
    if (options.password() != null) {
      properties.setProperty("password", options.password());
    }
    properties.setProperty("connectTimeout", "15");
    properties.setProperty("ApplicationName", "zhidun-backup");
    return DriverManager.getConnection(options.url(database), properties);
  }
}
