package io.zhidun.collectors.core.spool;

import io.zhidun.collectors.core.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records of one source on disk, read in the order written. A segment goes when its last record was
 * acknowledged, so the reader can always be set back to the first record not acknowledged. Not safe
 * for use by several threads.
 */
public final class Spool implements AutoCloseable {
  private static final String SUFFIX = ".spool";

  private final Path directory;
  private final long segmentBytes;
  private final SpoolBudget budget;
  private final SyncPolicy policy;
  private final List<Segment> segments = new ArrayList<>();
  private long nextNumber;
  private int readSegment;
  private long readOffset;
  private boolean dirty;
  private long damaged;

  private Spool(Path directory, long segmentBytes, SpoolBudget budget, SyncPolicy policy) {
    this.directory = directory;
    this.segmentBytes = segmentBytes;
    this.budget = budget;
    this.policy = policy;
  }

  /** Opens a directory's spool and what an earlier process left in it. */
  public static Spool open(Path directory, long segmentBytes, SpoolBudget budget, SyncPolicy policy)
      throws IOException {
    Files.createDirectories(directory);
    Spool spool = new Spool(directory, segmentBytes, budget, policy);
    List<Path> files;
    try (Stream<Path> listed = Files.list(directory)) {
      files = listed.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    }
    for (Path file : files) {
      spool.recover(file);
    }
    return spool;
  }

  private void recover(Path file) throws IOException {
    String name = file.getName(file.getNameCount() - 1).toString();
    nextNumber = Long.parseLong(name.substring(0, name.length() - SUFFIX.length())) + 1;
    Segment segment = Segment.recover(file);
    if (segment.last() == null) {
      segment.delete();
      return;
    }
    segments.add(segment);
    budget.add(segment.size());
  }

  /**
   * Writes a record behind the others.
   *
   * @param force write it even above the limit
   * @return false if the limit leaves no room
   * @throws IOException if the disk does not take it; the spool is as before
   */
  public boolean append(SpoolRecord record, boolean force) throws IOException {
    byte[] body = record.encode();
    long needed = Segment.HEADER + (long) body.length;
    if (body.length > Segment.MAX_BODY || !force && !budget.hasRoom(needed)) {
      return false;
    }
    Segment segment = writable();
    segment.append(body, record.stamp());
    budget.add(needed);
    dirty = true;
    if (policy == SyncPolicy.ALWAYS) {
      sync();
    }
    return true;
  }

  private Segment writable() throws IOException {
    if (!segments.isEmpty() && newest().size() < segmentBytes) {
      return newest();
    }
    sync();
    String name = String.format(Locale.ROOT, "%019d%s", nextNumber, SUFFIX);
    Segment segment = Segment.create(directory.resolve(name));
    nextNumber++;
    segments.add(segment);
    return segment;
  }

  private Segment newest() {
    return segments.get(segments.size() - 1);
  }

  /** The next record to be read, or null if all were; damaged ones are passed and counted. */
  public @Nullable SpoolRecord peek() throws IOException {
    while (readSegment < segments.size()) {
      Segment segment = segments.get(readSegment);
      Segment.Entry entry = segment.read(readOffset);
      if (entry == null) {
        if (readSegment == segments.size() - 1) {
          return null;
        }
        readSegment++;
        readOffset = 0;
      } else if (entry.record() != null) {
        return entry.record();
      } else {
        damaged++;
        readOffset = entry.end();
      }
    }
    return null;
  }

  /** Passes the record that {@link #peek()} gave. */
  public void advance(SpoolRecord record) {
    readOffset += Segment.HEADER + (long) record.encodedLength();
  }

  /** Reading begins again at the oldest record kept. */
  public void rewind() {
    readSegment = 0;
    readOffset = 0;
  }

  /** Lets go of what was acknowledged up to this stamp. */
  public void acknowledged(Stamp stamp) throws IOException {
    while (!segments.isEmpty()) {
      Segment oldest = segments.get(0);
      Stamp last = oldest.last();
      if (last != null && last.compareTo(stamp) > 0) {
        return;
      }
      segments.remove(0);
      budget.add(-oldest.size());
      oldest.delete();
      readOffset = readSegment == 0 ? 0 : readOffset;
      readSegment = Math.max(0, readSegment - 1);
    }
  }

  /** Damaged records met since the last call. */
  public long takeDamaged() {
    long count = damaged;
    damaged = 0;
    return count;
  }

  /** Bytes on disk. */
  public long bytes() {
    return segments.stream().mapToLong(Segment::size).sum();
  }

  public boolean isEmpty() {
    return segments.isEmpty();
  }

  /** Forces written records to the disk if the policy asks for it. */
  public void sync() throws IOException {
    if (dirty && policy != SyncPolicy.NEVER && !segments.isEmpty()) {
      newest().sync();
      dirty = false;
    }
  }

  @Override
  public void close() throws IOException {
    sync();
    for (Segment segment : segments) {
      segment.close();
    }
  }
}
