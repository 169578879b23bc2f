package io.zhidun.backup.executor;

import io.zhidun.backup.executor.PostgresMoment.Counted;
import io.zhidun.backup.repository.Facts;
import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.repository.Measure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL cluster by {@code pg_basebackup}: one tar with the log that the copy itself needs.
 * When the copy is done the tables are counted at a restore point behind it, which only a recovery
 * with the archived log reaches.
 */
public final class PostgresExecutor implements Executor {
  /** Positions in {@link Facts}. */
  public static final String START = "wal.start";

  public static final String END = "wal.end";
  public static final String TIMELINE = "wal.timeline";
  public static final String SEGMENT = "wal.segment-bytes";
  public static final String POINT = "restore-point";
  public static final String POINT_LSN = "restore-point.lsn";

  private static final Pattern STARTED =
      Pattern.compile("log start point: ([0-9A-F/]+) on timeline ([0-9]+)");
  private static final Pattern ENDED = Pattern.compile("log end point: ([0-9A-F/]+)");

  private final PostgresOptions options;
  private final Supplier<String> pointName;

  /**
   * @param pointName gives a new name for each restore point
   */
  public PostgresExecutor(PostgresOptions options, Supplier<String> pointName) {
    this.options = options;
    this.pointName = pointName;
  }

  @Override
  public String kind() {
    return "postgresql";
  }

  @Override
  public boolean repeatable() {
    return false;
  }

  @Override
  public Facts backUp(OutputStream out) throws IOException, InterruptedException {
    String words;
    try (PassFile pass = PassFile.of(options)) {
      words = baseBackup(pass).run(null, out);
    }
    Map<String, String> positions = new TreeMap<>();
    Matcher started = STARTED.matcher(words);
    Matcher ended = ENDED.matcher(words);
    if (!started.find() || !ended.find()) {
      throw new IOException("pg_basebackup did not say where in the log it stands: " + words);
    }
    positions.put(START, started.group(1));
    positions.put(TIMELINE, started.group(2));
    positions.put(END, ended.group(1));
    List<String> notes = new ArrayList<>();
    Map<String, String> versions = new TreeMap<>();
    askServer(positions, versions, notes);
    List<Measure> measures = new ArrayList<>();
    Instant recoverable = measure(positions, measures, notes);
    return new Facts(versions, positions, recoverable, measures, notes);
  }

  private Program baseBackup(PassFile pass) {
    return Program.of(
            options.tool("pg_basebackup"),
            "--pgdata=-",
            "--format=tar",
            "--wal-method=fetch",
            "--checkpoint=fast",
            "--label=zhidun",
            "--verbose",
            "--no-password",
            "--host=" + options.host(),
            "--port=" + options.port(),
            "--username=" + options.user())
        .with(pass.environment());
  }

  private void askServer(
      Map<String, String> positions, Map<String, String> versions, List<String> notes) {
    try (Connection connection = new PostgresMoment(options).connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT current_setting('server_version'),"
                    + " setting::bigint FROM pg_settings WHERE name = 'wal_segment_size'")) {
      row.next();
      versions.put("postgresql", row.getString(1));
      positions.put(SEGMENT, row.getString(2));
    } catch (SQLException e) {
      notes.add("the server did not tell its version: " + e.getMessage());
    }
  }

  /** One database's moment is the backup's; others are counted at theirs and only noted. */
  private @Nullable Instant measure(
      Map<String, String> positions, List<Measure> measures, List<String> notes) {
    Instant last = null;
    for (String database : options.databases()) {
      try {
        Counted counted = new PostgresMoment(options).count(database, pointName.get());
        measures.addAll(counted.measures());
        String suffix = options.databases().get(0).equals(database) ? "" : '.' + database;
        positions.put(POINT + suffix, counted.restorePoint());
        positions.put(POINT_LSN + suffix, counted.lsn().toString());
        last = counted.at();
      } catch (SQLException e) {
        notes.add("the tables of " + database + " were not counted: " + e.getMessage());
      }
    }
    return last;
  }

  /** What is done to a restored folder before it appears. */
  @FunctionalInterface
  public interface Finishing {
    void finish(Path folder) throws IOException;
  }

  /** Restores the base backup alone; {@link PostgresRecovery} adds the log. */
  @Override
  public void restore(Manifest manifest, Streams stream, Path into)
      throws IOException, InterruptedException {
    restore(manifest, stream, into, folder -> {});
  }

  /** Restores the base backup and lets it appear when it is finished. */
  public static void restore(Manifest manifest, Streams stream, Path into, Finishing finishing)
      throws IOException, InterruptedException {
    Staging staging = Staging.open(into, manifest.folder());
    try (InputStream in = stream.open(0)) {
      untar(in, staging.content());
    }
    finishing.finish(staging.content());
    staging.publish();
  }

  private static void untar(InputStream in, Path folder) throws IOException, InterruptedException {
    Program.of(
            "tar",
            "--extract",
            "--file=-",
            "--no-same-owner",
            "--delay-directory-restore",
            "--directory=" + folder)
        .run(in, OutputStream.nullOutputStream());
  }
}
