package io.zhidun.collectors.core.spool;

import io.zhidun.collectors.core.Stamp;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One file of a spool: records behind one another, each as length (4 bytes), CRC32C of the body (4
 * bytes), body. A torn last record is cut off when the segment is opened.
 */
final class Segment implements AutoCloseable {
  static final int HEADER = 2 * Integer.BYTES;

  /** Far above the largest record a collector may ship. */
  static final int MAX_BODY = 8 << 20;

  private final Path path;
  private final FileChannel channel;
  private long size;
  private @Nullable Stamp last;

  private Segment(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  static Segment create(Path path) throws IOException {
    return new Segment(
        path,
        FileChannel.open(
            path,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE));
  }

  /** Opens what an earlier process left; its size then counts only whole records. */
  static Segment recover(Path path) throws IOException {
    Segment segment =
        new Segment(
            path, FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE));
    long offset = 0;
    while (true) {
      Entry entry = segment.read(offset);
      if (entry == null) {
        break;
      }
      offset = entry.end();
      if (entry.record() != null) {
        segment.last = entry.record().stamp();
      }
    }
    segment.channel.truncate(offset);
    segment.size = offset;
    return segment;
  }

  long size() {
    return size;
  }

  /** Stamp of the last record, or null when there is none. */
  @Nullable Stamp last() {
    return last;
  }

  void append(byte[] body, Stamp stamp) throws IOException {
    CRC32C crc = new CRC32C();
    crc.update(body);
    ByteBuffer frame =
        ByteBuffer.allocate(HEADER + body.length)
            .putInt(body.length)
            .putInt((int) crc.getValue())
            .put(body)
            .flip();
    try {
      for (long at = size; frame.hasRemaining(); ) {
        at += channel.write(frame, at);
      }
    } catch (IOException e) {
      channel.truncate(size);
      throw e;
    }
    size += HEADER + body.length;
    last = stamp;
  }

  /** The record at this offset, or null at the end or where no record can be made out. */
  @Nullable Entry read(long offset) throws IOException {
    ByteBuffer header = fill(ByteBuffer.allocate(HEADER), offset);
    if (header.remaining() < HEADER) {
      return null;
    }
    int length = header.getInt();
    int expected = header.getInt();
    if (length < 0 || length > MAX_BODY) {
      return null;
    }
    ByteBuffer body = fill(ByteBuffer.allocate(length), offset + HEADER);
    if (body.remaining() < length) {
      return null;
    }
    return new Entry(decode(body.array(), expected), offset + HEADER + length);
  }

  private static @Nullable SpoolRecord decode(byte[] body, int expected) {
    CRC32C crc = new CRC32C();
    crc.update(body);
    if ((int) crc.getValue() != expected) {
      return null;
    }
    try {
      return SpoolRecord.decode(body);
    } catch (RuntimeException e) {
      return null; // a body that another version wrote; counted like a damaged one
    }
  }

  private ByteBuffer fill(ByteBuffer into, long offset) throws IOException {
    while (into.hasRemaining()) {
      int count = channel.read(into, offset + into.position());
      if (count < 0) {
        break;
      }
    }
    return into.flip();
  }

  void sync() throws IOException {
    channel.force(false);
  }

  void delete() throws IOException {
    close();
    Files.deleteIfExists(path);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /**
   * What stands at an offset.
   *
   * @param record the record, or null if its bytes are damaged
   * @param end offset behind it
   */
  record Entry(@Nullable SpoolRecord record, long end) {}
}
