package io.zhidun.backup.executor;

import io.zhidun.backup.repository.Measure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts the tables of a MariaDB as its own CHECKSUM TABLE does, in one snapshot. */
final class MariaDbTables {
  private static final String SNAPSHOT =
      "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ;"
          + " START TRANSACTION WITH CONSISTENT SNAPSHOT;";

  private final MariaDbClient client;

  /**
   * @param position in the binary log that the snapshot stands at: {@code file:offset}, or "" where
   *     there is no binary log
   */
  record Counted(String position, List<Measure> measures) {}

  MariaDbTables(MariaDbClient client) {
    this.client = client;
  }

  Counted count(List<String> databases) throws IOException, InterruptedException {
    List<String> tables = new ArrayList<>();
    for (String database : databases) {
      for (List<String> row :
          client.query(
              "SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE'"
                  + " AND table_schema = "
                  + text(database)
                  + " ORDER BY 1")) {
        tables.add(name(database) + '.' + name(row.get(0)));
      }
    }
    StringBuilder sql = new StringBuilder(SNAPSHOT);
    sql.append("SHOW STATUS LIKE 'binlog_snapshot_%';");
    for (String table : tables) {
      sql.append("SELECT 'rows', ").append(text(table)).append(", COUNT(*) FROM ").append(table);
      sql.append(";CHECKSUM TABLE ").append(table).append(" EXTENDED;");
    }
    return read(tables, client.query(sql + "COMMIT"));
  }

  private static Counted read(List<String> tables, List<List<String>> rows) {
    Map<String, String> status = new TreeMap<>();
    List<Long> counts = new ArrayList<>();
    List<String> sums = new ArrayList<>();
    for (List<String> row : rows) {
      if (row.get(0).equals("rows")) {
        counts.add(Long.parseLong(row.get(2)));
      } else if (row.get(0).toLowerCase(Locale.ROOT).startsWith("binlog_snapshot_")) {
        status.put(row.get(0).toLowerCase(Locale.ROOT), row.get(1));
      } else {
        sums.add(row.get(1));
      }
    }
    List<Measure> measures = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      measures.add(new Measure(tables.get(i).replace("`", ""), counts.get(i), sums.get(i)));
    }
    String file = status.getOrDefault("binlog_snapshot_file", "");
    String offset = status.getOrDefault("binlog_snapshot_position", "");
    return new Counted(file.isEmpty() ? "" : file + ':' + offset, measures);
  }

  private static String name(String name) {
    return '`' + name.replace("`", "``") + '`';
  }

  private static String text(String text) {
    return '\'' + text.replace("\\", "\\\\").replace("'", "''") + '\'';
  }
}
