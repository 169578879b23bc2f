package io.zhidun.backup.executor;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The servers that follow a PostgreSQL and replay its log. Who only receives the log, as {@code
 * pg_receivewal} and {@code pg_basebackup} do, replays nothing and is none of them.
 */
public final class PostgresStandbys {
  private static final String QUERY =
      "SELECT application_name, coalesce(client_addr::text, ''), state,"
          + " pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn)::bigint"
          + " FROM pg_stat_replication ORDER BY pid";

  private PostgresStandbys() {}

  /**
   * A standby that streams now. A server that is gone leaves the list at once where its connection
   * breaks, else after {@code wal_sender_timeout}.
   *
   * @param name that it gives itself
   * @param address empty for a socket of the machine
   * @param behindBytes of the log that it has not replayed yet
   */
  public record Standby(String name, String address, long behindBytes) {}

  /**
   * Asks the primary.
   *
   * @throws IOException where it does not answer, or does not let the user see what replicates (the
   *     role pg_read_all_stats does)
   */
  public static List<Standby> of(PostgresOptions options) throws IOException {
    try (Connection connection = options.connect("zhidun-standbys");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(QUERY)) {
      return read(rows, options);
    } catch (SQLException e) {
      throw new IOException(options + " does not tell what replicates: " + e.getMessage(), e);
    }
  }

  private static List<Standby> read(ResultSet rows, PostgresOptions options)
      throws SQLException, IOException {
    List<Standby> standbys = new ArrayList<>();
    while (rows.next()) {
      String state = rows.getString(3);
      if (state == null) {
        throw new IOException(
            options + " hides what replicates: its user needs the role pg_read_all_stats");
      }
      long behind = rows.getLong(4);
      if (!rows.wasNull() && state.equals("streaming")) {
        standbys.add(new Standby(rows.getString(1), rows.getString(2), Math.max(0, behind)));
      }
    }
    return List.copyOf(standbys);
  }
}
