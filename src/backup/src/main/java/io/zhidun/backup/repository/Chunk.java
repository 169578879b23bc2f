package io.zhidun.backup.repository;

/**
 * A part of a backup as it lies on the target.
 *
 * @param index from 0, the order of the parts
 * @param name of the object, without the backup's folder
 * @param plain bytes before compression
 * @param size bytes on the target
 * @param sm3 of the bytes on the target, in lower-case hexadecimal digits
 */
public record Chunk(int index, String name, int plain, long size, String sm3) {
  public Chunk {
    if (index < 0 || plain < 1 || plain > ChunkSize.MOST || size < 1) {
      throw new IllegalArgumentException(
          "chunk " + index + " of " + plain + " bytes stored as " + size);
    }
    if (!sm3.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not an SM3 digest: " + sm3);
    }
  }
}
