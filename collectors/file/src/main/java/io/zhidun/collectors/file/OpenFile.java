package io.zhidun.collectors.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A file that is being read; it stays the same file when its name is given to another. */
final class OpenFile implements AutoCloseable {
  final Path path;
  final String key;
  private final FileChannel channel;
  private Fingerprint fingerprint = Fingerprint.NONE;
  private long offset;

  /** Nobody writes to it any more, so its end is final. */
  private boolean sealed;

  private OpenFile(Path path, String key, FileChannel channel) {
    this.path = path;
    this.key = key;
    this.channel = channel;
  }

  /** Identity of the regular file of this name, or null if there is none. */
  static @Nullable String keyOf(Path path) throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return attributes.isRegularFile() ? String.valueOf(attributes.fileKey()) : null;
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Opens the file, or gives null if it is not there or just changes its name. */
  static @Nullable OpenFile open(Path path) throws IOException {
    String key = keyOf(path);
    if (key == null) {
      return null;
    }
    FileChannel channel;
    try {
      channel = FileChannel.open(path, StandardOpenOption.READ);
    } catch (NoSuchFileException | AccessDeniedException e) {
      return null;
    }
    if (!key.equals(keyOf(path))) {
      channel.close();
      return null;
    }
    return new OpenFile(path, key, channel);
  }

  long size() throws IOException {
    return channel.size();
  }

  long offset() {
    return offset;
  }

  Fingerprint fingerprint() {
    return fingerprint;
  }

  boolean sealed() {
    return sealed;
  }

  OpenFile seal() {
    sealed = true;
    return this;
  }

  /** Whether this file holds what the position was taken from. */
  boolean holds(long position, Fingerprint before) throws IOException {
    return size() >= position && before.matches(channel);
  }

  /** Whether its beginning is still the one that was read. */
  boolean sameBeginning() throws IOException {
    return fingerprint.matches(channel);
  }

  /**
   * Remembers how it begins, though nothing of it was read yet: it may lose its content to a copy
   * before its turn comes.
   */
  OpenFile recognise() throws IOException {
    long size = size();
    if (fingerprint.grows(size) && sameBeginning()) {
      fingerprint = Fingerprint.of(channel, size);
    }
    return this;
  }

  void moveTo(long position) throws IOException {
    offset = position;
    if (fingerprint.grows(position)) {
      fingerprint = Fingerprint.of(channel, position);
    }
  }

  /** The content is new from the start. */
  void restart() {
    offset = 0;
    fingerprint = Fingerprint.NONE;
  }

  /** Reads from the offset, which does not move; gives the number of bytes, 0 at the end. */
  int read(byte[] into, int limit) throws IOException {
    return Math.max(0, channel.read(ByteBuffer.wrap(into, 0, limit), offset));
  }

  /** Whether the byte before the position ends a line. */
  boolean lineBegins(long position) throws IOException {
    if (position == 0) {
      return true;
    }
    ByteBuffer before = ByteBuffer.allocate(1);
    return channel.read(before, position - 1) == 1 && before.get(0) == '\n';
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
