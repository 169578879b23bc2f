package io.zhidun.backup.executor;

/**
 * The form of the stream of files. After eight bytes of magic come entries, each a type and its
 * members, numbers big-endian, paths relative in UTF-8 with their length before them:
 *
 * <ul>
 *   <li>{@code D} path: a folder; comes before what is in it
 *   <li>{@code F} path, mode (4), owner (4), group (4), modified (8+4), then blocks: length (4) and
 *       bytes; a length of {@link #HOLE} and the number (8) of zero bytes; 0 at the end
 *   <li>{@code L} path, owner, group, length and text: a symbolic link
 *   <li>{@code A} path, mode, owner, group, modified: what a folder is like, once all is in it
 *   <li>{@code E}: the end
 * </ul>
 *
 * Links come after all files, so that whoever restores never writes through one.
 */
final class Archive {
  static final long MAGIC = 0x5a48_4152_4348_310aL; // ZHARCH1\n
  static final int HOLE = 0xffff_ffff;
  static final int BLOCK = 64 << 10;
  static final int LONGEST_PATH = 4096;
  static final int MOST_BLOCK = 1 << 20;

  private Archive() {}
}
