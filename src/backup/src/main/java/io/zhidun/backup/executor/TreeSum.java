package io.zhidun.backup.executor;

import io.zhidun.backup.repository.Measure;
import io.zhidun.trust.Sm3;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Counts files and digests what they are: an SM3 over a line each of path, size and CRC-32C of the
 * content. The chunks of a backup are digested whole elsewhere; this is to see that a restored tree
 * is the tree that was read, at the price of a CRC.
 */
final class TreeSum {
  private final Sm3 sm3 = new Sm3();
  private final CRC32C crc = new CRC32C();
  private long entries;
  private long size;

  void beginFile() {
    crc.reset();
    size = 0;
  }

  void data(byte[] bytes, int length) {
    crc.update(bytes, 0, length);
    size += length;
  }

  void hole(long length) {
    crc.update(ByteBuffer.allocate(Long.BYTES).putLong(0, length));
    size += length;
  }

  void endFile(String path) {
    add("F " + path + '\0' + size + ' ' + Long.toHexString(crc.getValue()) + '\n');
  }

  void folder(String path) {
    add("D " + path + '\n');
  }

  void link(String path, String to) {
    add("L " + path + '\0' + to + '\n');
  }

  private void add(String line) {
    entries++;
    sm3.update(line.getBytes(StandardCharsets.UTF_8));
  }

  Measure measure() {
    return new Measure("files", entries, "sm3:" + Sm3.hex(sm3.digest()));
  }
}
