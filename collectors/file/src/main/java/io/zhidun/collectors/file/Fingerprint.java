package io.zhidun.collectors.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/**
 * Recognises a file by its first bytes, since inode numbers are used again and a truncated file
 * keeps its own. Log lines begin with their time, so the first lines of two files differ.
 *
 * @param length how many bytes were looked at
 * @param crc their CRC32C
 */
record Fingerprint(int length, int crc) {
  static final int MAX_LENGTH = 1024;
  static final Fingerprint NONE = new Fingerprint(0, 0);

  Fingerprint {
    if (length < 0 || length > MAX_LENGTH) {
      throw new IllegalArgumentException("length must be 0 to " + MAX_LENGTH + ", was " + length);
    }
  }

  /** Fingerprint of the bytes before the offset, as far as they matter. */
  static Fingerprint of(FileChannel channel, long offset) throws IOException {
    int length = (int) Math.min(offset, MAX_LENGTH);
    ByteBuffer head = ByteBuffer.allocate(length);
    while (head.hasRemaining()) {
      if (channel.read(head, head.position()) < 0) {
        break;
      }
    }
    CRC32C crc = new CRC32C();
    crc.update(head.flip());
    return new Fingerprint(head.limit(), (int) crc.getValue());
  }

  /** Whether the file begins with the same bytes. */
  boolean matches(FileChannel channel) throws IOException {
    return length == 0 || of(channel, length).equals(this);
  }

  /** Whether more bytes would make it stronger. */
  boolean grows(long offset) {
    return length < MAX_LENGTH && offset > length;
  }
}
