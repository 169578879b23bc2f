package io.zhidun.backup.executor;

import io.zhidun.backup.repository.BackupId;
import io.zhidun.backup.repository.BackupWriter;
import io.zhidun.backup.repository.ChunkSize;
import io.zhidun.backup.repository.Facts;
import io.zhidun.backup.repository.Heading;
import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.repository.ProgressMeter;
import io.zhidun.backup.repository.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The log of a PostgreSQL in a repository: each segment a small backup of the source {@code
 * NAME-wal}, so it is sealed, signed and whole or not there like any other. A segment may be there
 * twice where a run died after it was stored; the two are equal.
 */
public final class WalArchive {
  private final Repository repository;
  private final String system;
  private final String source;
  private final String tier;
  private final String policyVersion;
  private final Clock clock;
  private final RandomGenerator random;

  /**
   * @param source the database's; its log is kept as {@code source-wal}
   */
  public WalArchive(
      Repository repository,
      String system,
      String source,
      String tier,
      String policyVersion,
      Clock clock,
      RandomGenerator random) {
    this.repository = repository;
    this.system = system;
    this.source = source + "-wal";
    this.tier = tier;
    this.policyVersion = policyVersion;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Stores every finished segment and history file of a spool, oldest first, and deletes it there
   * once it is on the target.
   *
   * @return how many were stored
   */
  public int ship(Path spool) throws IOException {
    List<Path> finished = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(spool)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (WalSegment.isName(name) || name.matches("[0-9A-F]{8}\\.history")) {
          finished.add(file);
        }
      }
    }
    finished.sort(null);
    for (Path file : finished) {
      store(file);
      Files.delete(file);
    }
    return finished.size();
  }

  private void store(Path file) throws IOException {
    String name = file.getFileName().toString();
    String suffix = BackupId.of(clock.instant(), random);
    String id = name.replace(".history", "-history") + suffix.substring(suffix.lastIndexOf('-'));
    Heading heading =
        new Heading(system, source, "postgresql-wal", tier, policyVersion, id, clock.instant());
    try (InputStream in = Files.newInputStream(file);
        BackupWriter out =
            repository.begin(heading, ChunkSize.USUAL, null, ProgressMeter.silent())) {
      in.transferTo(out);
      out.finish(Facts.none(), clock.instant());
    }
  }

  /** What is there: names of segments and history files with the id of a backup that holds each. */
  public Map<String, String> names() throws IOException {
    Map<String, String> names = new TreeMap<>();
    for (String id : repository.list(system, source)) {
      String name = id.substring(0, id.lastIndexOf('-')).replace("-history", ".history");
      names.put(name, id);
    }
    return names;
  }

  /** The names of the segments alone. */
  public List<String> segments() throws IOException {
    return names().keySet().stream().filter(WalSegment::isName).toList();
  }

  /**
   * Fetches the segments from one on, and all history files, into a folder.
   *
   * @param last after which none is needed, or null for all
   * @throws IOException naming the first segment that is missing between
   */
  public void fetch(WalSegment first, @Nullable WalSegment last, Path into) throws IOException {
    Map<String, String> names = names();
    List<String> wanted = new ArrayList<>();
    for (String name : names.keySet()) {
      if (!WalSegment.isName(name)) {
        wanted.add(name);
        continue;
      }
      WalSegment segment = WalSegment.parse(name, first.bytes());
      if (segment.number() >= first.number()
          && (last == null || segment.number() <= last.number())) {
        wanted.add(name);
      }
    }
    List<String> segments = wanted.stream().filter(WalSegment::isName).toList();
    List<String> missing = WalGaps.find(first, segments);
    if (!missing.isEmpty()) {
      throw new IOException(
          "the log of "
              + system
              + '/'
              + source
              + " has a gap: "
              + missing.get(0)
              + (missing.size() > 1 ? " and " + (missing.size() - 1) + " more" : "")
              + " is missing");
    }
    for (String name : wanted) {
      fetch(name, names.get(name), into);
    }
  }

  private void fetch(String name, @Nullable String id, Path into) throws IOException {
    if (id == null || Files.exists(into.resolve(name))) {
      return;
    }
    Manifest manifest = repository.manifest(system, source, id);
    Path part = into.resolve(name + ".part");
    try (InputStream in = repository.open(manifest, 0, ProgressMeter.silent())) {
      Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(part, into.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
