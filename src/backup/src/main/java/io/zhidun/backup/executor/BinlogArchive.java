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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The binary log of a MariaDB in a repository: each file a small backup of the source {@code
 * NAME-binlog}. One may be there twice where a run died after it was stored; the two are equal.
 */
public final class BinlogArchive {
  private static final String SUFFIX = "-binlog";
  private static final String FILE = "file";
  private static final String ID = "binlog-%012d";
  private static final int ID_LENGTH = ID.formatted(0).length();

  private final Repository repository;
  private final String system;
  private final String source;
  private final String tier;
  private final String policyVersion;
  private final Clock clock;
  private final RandomGenerator random;

  /**
   * @param source the database's; its log is kept as {@code source-binlog}
   */
  public BinlogArchive(
      Repository repository,
      String system,
      String source,
      String tier,
      String policyVersion,
      Clock clock,
      RandomGenerator random) {
    this.repository = repository;
    this.system = system;
    this.source = source + SUFFIX;
    this.tier = tier;
    this.policyVersion = policyVersion;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Stores every file of a spool behind which there is another, oldest first, and deletes it there
   * once it is on the target.
   *
   * @return how many were stored
   */
  public int ship(Path spool) throws IOException {
    List<BinlogFile> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(spool)) {
      for (Path file : found) {
        if (BinlogFile.isName(file.getFileName().toString())) {
          files.add(BinlogFile.parse(file.getFileName().toString()));
        }
      }
    }
    files.sort(null);
    int finished = Math.max(0, files.size() - 1);
    for (BinlogFile file : files.subList(0, finished)) {
      store(spool.resolve(file.name()), file);
      Files.delete(spool.resolve(file.name()));
    }
    return finished;
  }

  private void store(Path path, BinlogFile file) throws IOException {
    Instant now = clock.instant();
    String suffix = BackupId.of(now, random);
    String id = ID.formatted(file.number()) + suffix.substring(suffix.lastIndexOf('-'));
    Heading heading = new Heading(system, source, "mariadb-binlog", tier, policyVersion, id, now);
    Facts facts = new Facts(Map.of(), Map.of(FILE, file.name()), null, List.of(), List.of());
    try (InputStream in = Files.newInputStream(path);
        BackupWriter out =
            repository.begin(heading, ChunkSize.USUAL, null, ProgressMeter.silent())) {
      in.transferTo(out);
      out.finish(facts, clock.instant());
    }
  }

  /** What is there: numbers of files with the id of a backup that holds each. */
  public SortedMap<Long, String> numbers() throws IOException {
    SortedMap<Long, String> numbers = new TreeMap<>();
    for (String id : repository.list(system, source)) {
      numbers.put(number(id), id);
    }
    return numbers;
  }

  /** Whether a file of the log is stored. */
  public boolean holds(String name) throws IOException {
    return numbers().containsKey(BinlogFile.parse(name).number());
  }

  private static long number(String id) {
    return Long.parseLong(id.substring(ID.indexOf('%'), ID_LENGTH));
  }

  /**
   * Whether the file that a backup of the log holds ends before a position.
   *
   * @param position {@code file:offset}
   */
  public static boolean isBefore(String id, String position) {
    return number(id) < BinlogPosition.parse(position).file().number();
  }

  /** When the newest file was stored, null where there is none. */
  public @Nullable Instant newest() throws IOException {
    SortedMap<Long, String> numbers = numbers();
    if (numbers.isEmpty()) {
      return null;
    }
    String id = String.valueOf(numbers.get(numbers.lastKey()));
    return repository.manifest(system, source, id).heading().started();
  }

  /**
   * Numbers of files that are missing between one and the last that is there.
   *
   * @param position where a restore begins: {@code file:offset}
   */
  public List<Long> missing(String position) throws IOException {
    return missing(BinlogPosition.parse(position).file().number(), numbers());
  }

  private static List<Long> missing(long first, SortedMap<Long, String> numbers) {
    List<Long> missing = new ArrayList<>();
    long last = numbers.isEmpty() ? first - 1 : numbers.lastKey();
    for (long number = first; number <= last && missing.size() < 1000; number++) {
      if (!numbers.containsKey(number)) {
        missing.add(number);
      }
    }
    return missing;
  }

  /**
   * Fetches files into a folder.
   *
   * @param last after which none is needed, or null for all
   * @return their paths in order, none where there is none yet
   * @throws IOException naming the first that is missing between, or the last where it is not there
   */
  List<Path> fetch(BinlogFile first, @Nullable BinlogFile last, Path into) throws IOException {
    SortedMap<Long, String> numbers = numbers();
    if (last != null) {
      numbers = numbers.headMap(last.number() + 1);
    }
    List<Long> missing = missing(first.number(), numbers);
    if (!missing.isEmpty()) {
      throw new IOException(
          "the log of %s/%s has a gap: file %d is missing"
              .formatted(system, source, missing.get(0)));
    }
    if (last != null && !numbers.containsKey(last.number())) {
      throw new IOException(
          "the log ends before it is to: " + last.name() + " is not archived yet");
    }
    List<Path> files = new ArrayList<>();
    for (String id : numbers.tailMap(first.number()).values()) {
      files.add(fetch(id, into));
    }
    return files;
  }

  private Path fetch(String id, Path into) throws IOException {
    Manifest manifest = repository.manifest(system, source, id);
    Path file = into.resolve(BinlogFile.parse(manifest.facts().position(FILE)).name());
    try (InputStream in = repository.open(manifest, 0, ProgressMeter.silent())) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }
}
