package io.zhidun.backup.executor;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

/**
 * Puts the entries of an {@link Archive} into a folder that nobody else writes in. No entry leads
 * out of it, and none is written through a link: a file after the first link is refused.
 */
final class ArchiveReader {
  private final DataInputStream in;
  private final CountedInputStream counted;
  private final Path root;
  private final byte[] block = new byte[Archive.MOST_BLOCK];
  private boolean links;

  /**
   * @param in from the beginning of an entry; or from that of the archive where {@code offset} is 0
   */
  ArchiveReader(InputStream in, long offset, Path root) throws IOException {
    this.counted = new CountedInputStream(in, offset);
    this.in = new DataInputStream(counted);
    this.root = root;
    if (offset == 0 && this.in.readLong() != Archive.MAGIC) {
      throw new IOException("not an archive of files of version 1");
    }
  }

  /** Restores one entry; false at the end of the archive. */
  boolean next() throws IOException {
    int type = in.readUnsignedByte();
    switch (type) {
      case 'D' -> folder();
      case 'F' -> file();
      case 'L' -> link();
      case 'A' -> attributes();
      case 'E' -> {
        return false;
      }
      default -> throw new IOException("an archive has no entry of type " + type);
    }
    return true;
  }

  /** Where the next entry begins. */
  long offset() {
    return counted.count();
  }

  private void folder() throws IOException {
    Path path = path();
    requireNoLinks(path);
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  private void file() throws IOException {
    Path path = path();
    requireNoLinks(path);
    State state = state();
    try (FileChannel out =
        FileChannel.open(
            path,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            LinkOption.NOFOLLOW_LINKS)) {
      content(out);
    }
    state.applyTo(path);
  }

  private void content(FileChannel out) throws IOException {
    long size = 0;
    for (int length = in.readInt(); length != 0; length = in.readInt()) {
      if (length == Archive.HOLE) {
        size = Math.addExact(size, in.readLong());
        out.position(size);
        continue;
      }
      if (length < 0 || length > Archive.MOST_BLOCK) {
        throw new IOException("a block of " + length + " bytes");
      }
      in.readFully(block, 0, length);
      ByteBuffer bytes = ByteBuffer.wrap(block, 0, length);
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      size += length;
    }
    if (out.size() < size) {
      // A hole at the end: one byte makes the file as long as it was.
      out.write(ByteBuffer.allocate(1), size - 1);
    }
  }

  private void link() throws IOException {
    Path path = path();
    links = true;
    int owner = in.readInt();
    int group = in.readInt();
    Path to = Path.of(text());
    Files.deleteIfExists(path);
    Files.createSymbolicLink(path, to);
    Owners.set(path, owner, group);
  }

  private void attributes() throws IOException {
    Path path = path();
    State state = state();
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      state.applyTo(path);
    }
  }

  private void requireNoLinks(Path path) throws IOException {
    if (links) {
      throw new IOException("a file follows a link in the archive: " + path);
    }
  }

  private Path path() throws IOException {
    String text = text();
    if (text.indexOf('\0') >= 0) {
      throw new IOException("a path holds a zero byte");
    }
    for (String segment : text.split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        throw new IOException("a path leads out of the folder: \"" + text + '"');
      }
    }
    return root.resolve(text);
  }

  private String text() throws IOException {
    int length = in.readUnsignedShort();
    if (length > Archive.LONGEST_PATH) {
      throw new IOException("a path of " + length + " bytes");
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private State state() throws IOException {
    return new State(
        in.readInt(),
        in.readInt(),
        in.readInt(),
        Instant.ofEpochSecond(in.readLong(), in.readInt()));
  }

  private record State(int mode, int owner, int group, Instant modified) {
    void applyTo(Path path) throws IOException {
      Owners.set(path, owner, group);
      Files.setPosixFilePermissions(path, FileState.permissions(mode));
      FileTime time = FileTime.from(modified);
      Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
          .setTimes(time, null, null);
    }
  }

  /** Counts what was read, so that a restore knows where it stands. */
  private static final class CountedInputStream extends InputStream {
    private final InputStream in;
    private long count;

    CountedInputStream(InputStream in, long offset) {
      this.in = in;
      this.count = offset;
    }

    long count() {
      return count;
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      if (value < 0) {
        throw new EOFException("the archive ends before its end");
      }
      count++;
      return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = in.read(bytes, offset, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
