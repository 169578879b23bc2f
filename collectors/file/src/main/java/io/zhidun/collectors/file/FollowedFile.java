package io.zhidun.collectors.file;

import io.zhidun.collectors.core.Checkpoint;
import io.zhidun.collectors.core.RejectReason;
import io.zhidun.collectors.core.ReplayOutlet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One source: a file name and the files that bear it one after the other. The current file is read
 * to its end before the next, so that the same line always gets the same number.
 */
final class FollowedFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FollowedFile.class);
  private static final long WATCH_NANOS = 100_000_000;
  private static final long GONE_NANOS = 60_000_000_000L;

  /** Files held open that wait for the current one to be finished. */
  private static final int MAX_PENDING = 64;

  private final String sourceId;
  private final Path path;
  private final Siblings siblings;
  private final FileOptions options;
  private final StartAt start;
  private final ReplayOutlet outlet;
  private final LineFramer framer;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private final FinishedFiles finished = new FinishedFiles();
  private final Deque<OpenFile> pending = new ArrayDeque<>();
  private @Nullable OpenFile current;
  private boolean begun;
  private long seenSize = -1;
  private long lastChange;
  private long lastWatch;
  private long missingSince = Long.MAX_VALUE;

  FollowedFile(
      String sourceId,
      Path path,
      FileOptions options,
      StartAt start,
      ReplayOutlet outlet,
      Clock clock,
      LongSupplier nanoTime) {
    this.sourceId = sourceId;
    this.path = path;
    this.siblings = new Siblings(path);
    this.options = options;
    this.start = start;
    this.outlet = outlet;
    this.framer = new LineFramer(outlet, options.maxLine());
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.lastWatch = nanoTime.getAsLong() - WATCH_NANOS;
  }

  String sourceId() {
    return sourceId;
  }

  /** Reads and offers at most one block; true if there may be more at once. */
  boolean advance(Block block) throws IOException {
    boolean due = nanoTime.getAsLong() - lastWatch >= WATCH_NANOS;
    if (due) {
      lastWatch = nanoTime.getAsLong();
      watch();
    }
    OpenFile file = current;
    if (file == null || !outlet.hasRoom()) {
      return false;
    }
    long size = file.size();
    if (size < file.offset() || (size != seenSize || due) && !file.sameBeginning()) {
      truncated(file);
      return true;
    }
    return size != seenSize ? read(file, size, block) : rest(file, size, block);
  }

  private boolean read(OpenFile file, long size, Block block) throws IOException {
    lastChange = nanoTime.getAsLong();
    int length = file.read(block.bytes(), block.limit());
    int used = framer.frame(block.bytes(), length, micros());
    if (used > 0) {
      block.relax();
      file.moveTo(file.offset() + used);
      checkpoint(file);
    }
    boolean whole = length >= size - file.offset() + used;
    if (framer.blocked()) {
      return false;
    }
    if (used == 0 && length == block.limit()) {
      return block.stretch();
    }
    seenSize = whole ? size : -1;
    return !whole;
  }

  /** At the end of what is there: is it final? */
  private boolean rest(OpenFile file, long size, Block block) throws IOException {
    boolean quiet = nanoTime.getAsLong() - lastChange >= options.rotatedIdle().toNanos();
    if (pending.isEmpty() || !(quiet || file.sealed())) {
      return false;
    }
    if (size > file.offset()) {
      int length = file.read(block.bytes(), block.capacity());
      if (!framer.last(block.bytes(), length, micros())) {
        return false;
      }
    }
    finished.add(file, size, nanoTime.getAsLong());
    LOG.info("{}: finished {} at {} bytes", path, file.key, size);
    take(pending.removeFirst(), false);
    return true;
  }

  private void take(OpenFile next, boolean skipping) {
    current = next;
    seenSize = -1;
    lastChange = nanoTime.getAsLong();
    framer.skipRest(skipping);
    checkpoint(next);
  }

  /** Notices that the name was given to another file, and holds on to that one. */
  private void watch() throws IOException {
    if (!begun) {
      begin();
    }
    if (!begun) {
      return;
    }
    for (int i = finished.takeGrown(lastWatch); i > 0; i--) {
      LOG.warn("{}: lines were written to a rotated file after it was finished", path);
      outlet.counters().rejected(RejectReason.VANISHED);
    }
    for (OpenFile waiting : pending) {
      waiting.recognise();
    }
    OpenFile newest = pending.isEmpty() ? current : pending.getLast();
    String key = OpenFile.keyOf(path);
    missingSince = key != null ? Long.MAX_VALUE : Math.min(missingSince, lastWatch);
    if (key == null || newest != null && key.equals(newest.key) || pending.size() >= MAX_PENDING) {
      return;
    }
    OpenFile next = OpenFile.open(path);
    if (next == null) {
      return;
    }
    lastChange = nanoTime.getAsLong();
    if (current == null) {
      take(next, false);
    } else {
      pending.addLast(next.recognise());
    }
  }

  private void begin() throws IOException {
    Checkpoint checkpoint = outlet.resume();
    framer.next(checkpoint.sequence());
    FilePosition position =
        checkpoint.position() == null ? null : FilePosition.parse(checkpoint.position());
    if (position == null) {
      beginFirst();
    } else {
      begun = true;
      follow(position);
    }
  }

  private void beginFirst() throws IOException {
    OpenFile head = OpenFile.open(path);
    if (head == null) {
      return;
    }
    begun = true;
    if (start == StartAt.END) {
      head.moveTo(head.size());
    }
    take(head, !head.lineBegins(head.offset()));
  }

  /** Goes on at the position, wherever its file is now. */
  private void follow(FilePosition position) throws IOException {
    if (position.isFinished()) {
      return;
    }
    Siblings.Chain chain = siblings.from(position);
    if (!chain.complete()) {
      LOG.warn("{}: the rest of {} from {} on is gone", path, position.key(), position.offset());
      outlet.counters().rejected(RejectReason.VANISHED);
    }
    pending.addAll(chain.files());
    if (!pending.isEmpty()) {
      take(pending.removeFirst(), chain.complete() && position.skipping());
    }
  }

  /**
   * The file lost its content: what was not yet read may stand in a copy that the rotation made.
   */
  private void truncated(OpenFile file) throws IOException {
    LOG.info("{}: truncated behind {} bytes", path, file.offset());
    if (seenSize == file.offset() && pending.isEmpty() && !copyHasMore(file)) {
      file.restart();
      take(file, false);
      return;
    }
    FilePosition position = position(file);
    file.close();
    current = null;
    closePending();
    follow(position);
  }

  private boolean copyHasMore(OpenFile file) throws IOException {
    Siblings.Chain chain = siblings.from(position(file));
    boolean more = false;
    for (OpenFile each : chain.files()) {
      more |= chain.complete() && !each.key.equals(file.key) && each.size() > each.offset();
      each.close();
    }
    return more;
  }

  /** Whether the name has been without a file for a while and the last one was read to its end. */
  boolean gone() {
    OpenFile file = current;
    return file != null
        && missingSince != Long.MAX_VALUE
        && nanoTime.getAsLong() - missingSince >= GONE_NANOS
        && pending.isEmpty()
        && seenSize == file.offset();
  }

  /** Notes that nothing is left to read, so that nothing is missed when the name comes back. */
  void finish() throws IOException {
    if (current != null) {
      outlet.checkpoint(framer.sequence(), FilePosition.finished(clock.millis()).text());
    }
    close();
  }

  private void checkpoint(OpenFile file) {
    outlet.checkpoint(framer.sequence(), position(file).text());
  }

  private FilePosition position(OpenFile file) {
    return new FilePosition(
        file.key, file.offset(), framer.skipping(), file.fingerprint(), clock.millis());
  }

  private long micros() {
    return Micros.of(clock.instant());
  }

  private void closePending() throws IOException {
    for (OpenFile file : pending) {
      file.close();
    }
    pending.clear();
  }

  @Override
  public void close() throws IOException {
    if (current != null) {
      current.close();
      current = null;
    }
    closePending();
    finished.close();
  }
}
