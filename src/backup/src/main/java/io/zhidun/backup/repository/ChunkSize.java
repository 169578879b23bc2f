package io.zhidun.backup.repository;

/** How many bytes of a stream become one chunk. */
public final class ChunkSize {
  public static final int LEAST = 64 << 10;
  public static final int USUAL = 8 << 20;
  public static final int MOST = 64 << 20;

  private ChunkSize() {}

  static int require(int bytes) {
    if (bytes < LEAST || bytes > MOST) {
      throw new IllegalArgumentException(
          "a chunk has " + LEAST + " to " + MOST + " bytes, not " + bytes);
    }
    return bytes;
  }
}
