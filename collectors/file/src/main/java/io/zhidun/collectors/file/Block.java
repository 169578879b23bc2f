package io.zhidun.collectors.file;

/**
 * The one buffer in which a collector reads all its files. It reads moderate pieces and stretches
 * to its full length only for a line that is longer.
 */
final class Block {
  private static final int USUAL = 256 << 10;

  private final byte[] bytes;
  private int limit;

  Block(int maxLine) {
    bytes = new byte[Math.max(USUAL, maxLine + 1)];
    limit = USUAL;
  }

  byte[] bytes() {
    return bytes;
  }

  /** How much to read now. */
  int limit() {
    return limit;
  }

  int capacity() {
    return bytes.length;
  }

  /** Reads more the next time; false if that is not possible. */
  boolean stretch() {
    boolean possible = limit < bytes.length;
    limit = bytes.length;
    return possible;
  }

  void relax() {
    limit = USUAL;
  }
}
