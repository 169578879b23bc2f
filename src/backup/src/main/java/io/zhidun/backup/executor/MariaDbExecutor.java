package io.zhidun.backup.executor;

import io.zhidun.backup.executor.MariaDbTables.Counted;
import io.zhidun.backup.repository.Facts;
import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.repository.Measure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A MariaDB by {@code mariadb-backup}, with its position in the binary log. The tables are counted
 * right after, in a snapshot that knows its own position. Where the log is archived a drill goes on
 * to there; where it is not, the counts belong to the backup only if the log still stands where the
 * backup ended, else the manifest says that nothing was counted.
 */
public final class MariaDbExecutor implements Executor {
  /** Position in {@link Facts}: {@code file:offset}. */
  public static final String BINLOG = "binlog";

  /** Position in {@link Facts} at which the tables were counted: {@code file:offset}. */
  public static final String COUNTED = "binlog.counted";

  private static final Pattern POSITION =
      Pattern.compile("binlog position: filename '([^']+)', position '([0-9]+)'");

  private final MariaDbOptions options;
  private final boolean logged;

  /**
   * @param logged whether the binary log is archived
   */
  public MariaDbExecutor(MariaDbOptions options, boolean logged) {
    this.options = options;
    this.logged = logged;
  }

  @Override
  public String kind() {
    return "mariadb";
  }

  @Override
  public boolean repeatable() {
    return false;
  }

  @Override
  public Facts backUp(OutputStream out) throws IOException, InterruptedException {
    Path work = Files.createTempDirectory("zhidun-mariadb");
    try (MariaDbClient client = MariaDbClient.of(options)) {
      String words =
          client
              .tool("mariadb-backup", "--backup", "--stream=xbstream", "--target-dir=" + work)
              .run(null, out);
      Map<String, String> positions = new TreeMap<>();
      Matcher position = POSITION.matcher(words);
      if (position.find()) {
        positions.put(BINLOG, position.group(1) + ':' + position.group(2));
      }
      List<String> notes = new ArrayList<>();
      List<Measure> measures = count(client, positions, notes);
      String version = client.query("SELECT VERSION()").get(0).get(0);
      return new Facts(Map.of("mariadb", version), positions, null, measures, notes);
    } finally {
      Staging.deleteTree(work);
    }
  }

  private List<Measure> count(
      MariaDbClient client, Map<String, String> positions, List<String> notes)
      throws IOException, InterruptedException {
    Counted counted = new MariaDbTables(client).count(options.databases());
    String position = positions.getOrDefault(BINLOG, "");
    if (logged && !position.isEmpty() && !counted.position().isEmpty()) {
      positions.put(COUNTED, counted.position());
      // So that the file in which the counting stands is finished and can be stored.
      client.query("FLUSH BINARY LOGS");
      return counted.measures();
    }
    if (!position.isEmpty() && counted.position().equals(position)) {
      return counted.measures();
    }
    notes.add(
        position.isEmpty()
            ? "the tables were not counted: without a binary log nobody can say that nothing"
                + " changed since the backup"
            : "the tables were not counted: the database went on from "
                + position
                + " to "
                + counted.position());
    return List.of();
  }

  /** What is done to a restored folder before it appears. */
  @FunctionalInterface
  public interface Finishing {
    /**
     * @param folder holds the data folder and may hold more meanwhile
     */
    void finish(Path folder, Path data) throws IOException, InterruptedException;
  }

  /** Unpacks and prepares; a server can be started on what appears. */
  @Override
  public void restore(Manifest manifest, Streams stream, Path into)
      throws IOException, InterruptedException {
    restore(manifest, stream, into, (folder, data) -> {});
  }

  /** Unpacks, prepares, and lets it appear when it is finished. */
  public static void restore(Manifest manifest, Streams stream, Path into, Finishing finishing)
      throws IOException, InterruptedException {
    Staging staging = Staging.open(into, manifest.folder());
    String folder = staging.content().toString();
    try (InputStream in = stream.open(0)) {
      Program.of("mbstream", "--extract", "--directory=" + folder)
          .run(in, OutputStream.nullOutputStream());
    }
    Program.of("mariadb-backup", "--no-defaults", "--prepare", "--target-dir=" + folder).run();
    finishing.finish(staging.folder(), staging.content());
    staging.publish();
  }
}
