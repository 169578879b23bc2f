package io.zhidun.backup.executor;

import io.zhidun.backup.repository.Measure;
import io.zhidun.trust.Sm3;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** An H2 database: its own online backup, and what is counted in a copy. */
final class H2Copy {
  private static final int IN_USE = 90020;
  private static final String FILE = ".mv.db";
  private static final String TABLES =
      "SELECT table_name FROM information_schema.tables"
          + " WHERE table_schema = 'PUBLIC' AND table_type = 'BASE TABLE' ORDER BY 1";

  private final String user;
  private final @Nullable String password;

  H2Copy(String user, @Nullable String password) {
    this.user = user;
    this.password = password;
  }

  /**
   * Opens a database. Whoever has it open in the same process, as the service has, shares it; no
   * other process can.
   *
   * @param file without {@code .mv.db}; must be there
   */
  Connection open(Path file) throws SQLException, IOException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password == null ? "" : password);
    try {
      return DriverManager.getConnection(
          "jdbc:h2:file:" + file.toAbsolutePath() + ";IFEXISTS=TRUE", properties);
    } catch (SQLException e) {
      if (e.getErrorCode() == IN_USE) {
        throw new IOException(
            file + " is open in another process: back it up through the service, or stop it", e);
      }
      throw e;
    }
  }

  /**
   * Copies a database that is in use, as of one moment.
   *
   * @param into folder that gets a file of the same name
   * @return the copy, without {@code .mv.db}
   * @throws IOException also where a table that stood still is not the same in the copy
   */
  Path copy(Path file, Path into, Path work) throws IOException {
    Path zip = work.resolve("database.zip");
    Path copied = into.resolve(file.getFileName());
    Map<String, Long> before;
    Map<String, Long> after;
    try (Connection connection = open(file);
        PreparedStatement backup = connection.prepareStatement("BACKUP TO ?")) {
      before = rows(connection);
      backup.setString(1, zip.toAbsolutePath().toString());
      backup.execute();
      after = rows(connection);
    } catch (SQLException e) {
      throw new IOException("the database was not copied: " + e.getMessage(), e);
    }
    unpack(zip, file.getFileName() + FILE, copied.resolveSibling(copied.getFileName() + FILE));
    Files.delete(zip);
    requireSame(before, after, copied, work);
    return copied;
  }

  private static void unpack(Path zip, String name, Path into) throws IOException {
    try (InputStream file = Files.newInputStream(zip);
        ZipInputStream in = new ZipInputStream(file)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().equals(name)) {
          Files.copy(in, into);
          return;
        }
      }
    }
    throw new IOException("the database's backup does not hold " + name);
  }

  private void requireSame(
      Map<String, Long> before, Map<String, Long> after, Path copied, Path work)
      throws IOException {
    Map<String, Long> there = new TreeMap<>();
    measure(copied, work).forEach(m -> there.put(m.name(), m.rows()));
    for (Map.Entry<String, Long> table : before.entrySet()) {
      boolean stood = table.getValue().equals(after.get(table.getKey()));
      if (stood && !table.getValue().equals(there.get(DATABASE + table.getKey()))) {
        throw new IOException(
            "the copy of the database has %s rows of %s in %s"
                .formatted(there.get(DATABASE + table.getKey()), table.getValue(), table.getKey()));
      }
    }
  }

  private static final String DATABASE = "database.";

  private static Map<String, Long> rows(Connection connection) throws SQLException {
    Map<String, Long> rows = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      for (String table : tables(connection)) {
        try (ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + quoted(table))) {
          row.next();
          rows.put(table, row.getLong(1));
        }
      }
    }
    return rows;
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(TABLES)) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    return tables;
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /**
   * Counts the tables of a database that nobody uses. It is copied first, because H2 writes in what
   * it opens.
   */
  List<Measure> measure(Path file, Path work) throws IOException {
    Path probe = Files.createTempDirectory(work, "probe");
    try {
      Path copy = probe.resolve("probe");
      Files.copy(
          file.resolveSibling(file.getFileName() + FILE),
          probe.resolve("probe" + FILE),
          StandardCopyOption.REPLACE_EXISTING);
      try (Connection connection = open(copy)) {
        return measure(connection);
      }
    } catch (SQLException e) {
      throw new IOException("the copy of the database does not open: " + e.getMessage(), e);
    } finally {
      Staging.deleteTree(probe);
    }
  }

  /** Rows and the sum over their digests, which does not depend on their order. */
  static List<Measure> measure(Connection connection) throws SQLException {
    List<Measure> measures = new ArrayList<>();
    for (String table : tables(connection)) {
      measures.add(measure(connection, table));
    }
    return measures;
  }

  private static Measure measure(Connection connection, String table) throws SQLException {
    long rows = 0;
    long sum = 0;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM " + quoted(table))) {
      int columns = row.getMetaData().getColumnCount();
      Sm3 sm3 = new Sm3();
      while (row.next()) {
        for (int column = 1; column <= columns; column++) {
          String value = row.getString(column);
          String text = value == null ? "-" : value.length() + ":" + value;
          sm3.update(text.getBytes(StandardCharsets.UTF_8));
        }
        sum += ByteBuffer.wrap(sm3.digest()).getLong();
        rows++;
      }
    }
    return new Measure(DATABASE + table, rows, "sum:" + Long.toHexString(sum));
  }
}
