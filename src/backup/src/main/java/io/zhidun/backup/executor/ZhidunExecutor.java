package io.zhidun.backup.executor;

import io.zhidun.backup.repository.Facts;
import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.repository.Measure;
import io.zhidun.trust.Sm3;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a Zhidun is, as of one moment: its database by H2's own online backup, its rules and
 * configuration as files, its keys sealed for a quorum. The moment is the database's; where a
 * folder changed between then and the end, the backup fails and is made again.
 */
public final class ZhidunExecutor implements Executor {
  private final ZhidunOptions options;
  private final SecureRandom random;
  private byte[] sealed = new byte[0];

  public ZhidunExecutor(ZhidunOptions options, SecureRandom random) {
    this.options = options;
    this.random = random;
  }

  @Override
  public String kind() {
    return "zhidun";
  }

  @Override
  public boolean repeatable() {
    return false;
  }

  @Override
  public Facts backUp(OutputStream out) throws IOException {
    options.requireSeparateFolders();
    Path work =
        Files.createTempDirectory(
            options.work(),
            "zhidun-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    try {
      List<Measure> measures = new ArrayList<>(folders(options.folders()));
      List<Measure> folders = List.copyOf(measures);
      H2Copy h2 = new H2Copy(options.user(), options.password());
      Path database = Files.createDirectory(work.resolve(ZhidunOptions.DATABASE));
      Path copy = h2.copy(options.database(), database, work);
      measures.addAll(h2.measure(copy, work));
      Path keys = Files.createDirectory(work.resolve(ZhidunOptions.KEYS));
      sealed = SealedKeys.seal(options.keys(), options.quorum(), random);
      Files.write(keys.resolve(SealedKeys.FILE), sealed);
      measures.add(keys(sealed));
      SortedMap<String, Path> roots = new TreeMap<>(options.folders());
      roots.put(ZhidunOptions.DATABASE, database);
      roots.put(ZhidunOptions.KEYS, keys);
      ArchiveWriter archive = new ArchiveWriter(out);
      archive.write(roots);
      if (!folders(options.folders()).equals(folders) || !archive.notes().isEmpty()) {
        throw new IOException(
            "rules or configuration changed while the backup was made, it is to be made again: "
                + archive.notes());
      }
      return new Facts(
          Map.of("archive", "1"),
          Map.of("quorum", options.quorum().id()),
          null,
          measures,
          List.of());
    } finally {
      Staging.deleteTree(work);
    }
  }

  /** The keys as the last backup sealed them. */
  public byte[] sealed() {
    return sealed.clone();
  }

  private static List<Measure> folders(SortedMap<String, Path> folders) throws IOException {
    List<Measure> measures = new ArrayList<>();
    for (Map.Entry<String, Path> folder : folders.entrySet()) {
      Measure files = FilesExecutor.measure(folder.getValue());
      measures.add(new Measure("folder." + folder.getKey(), files.rows(), files.checksum()));
    }
    return measures;
  }

  private static Measure keys(byte[] bytes) {
    return new Measure("keys", bytes.length, "sm3:" + Sm3.hex(Sm3.of(bytes)));
  }

  /** Everything but the keys in clear; those come out of their seal by {@link SealedKeys#open}. */
  @Override
  public void restore(Manifest manifest, Streams stream, Path into)
      throws IOException, InterruptedException {
    new FilesExecutor(into).restore(manifest, stream, into);
  }

  /** Counts what was restored as the backup did. */
  public List<Measure> measure(Path restored, Path work) throws IOException {
    SortedMap<String, Path> folders = new TreeMap<>();
    options.folders().keySet().forEach(name -> folders.put(name, restored.resolve(name)));
    List<Measure> measures = new ArrayList<>(folders(folders));
    H2Copy h2 = new H2Copy(options.user(), options.password());
    measures.addAll(h2.measure(database(restored), work));
    measures.add(
        keys(Files.readAllBytes(restored.resolve(ZhidunOptions.KEYS).resolve(SealedKeys.FILE))));
    return measures;
  }

  private Path database(Path restored) {
    return restored.resolve(ZhidunOptions.DATABASE).resolve(options.database().getFileName());
  }

  /** The first column of the first row, "" where there is none, of a restored database. */
  public String query(Path restored, String sql) throws IOException {
    try (Connection connection =
            new H2Copy(options.user(), options.password()).open(database(restored));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    } catch (SQLException e) {
      throw new IOException("the restored database does not answer: " + e.getMessage(), e);
    }
  }
}
