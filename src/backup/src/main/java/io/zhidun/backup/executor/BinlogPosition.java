package io.zhidun.backup.executor;

/**
 * A place in a MariaDB's binary log, as {@code file:offset}.
 *
 * @param offset of the next event's first byte
 */
record BinlogPosition(BinlogFile file, long offset) {
  BinlogPosition {
    if (offset < 0) {
      throw new IllegalArgumentException("an offset must be at least 0, was " + offset);
    }
  }

  static BinlogPosition parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("not a place in a binary log: \"" + text + '"');
    }
    return new BinlogPosition(
        BinlogFile.parse(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
  }

  @Override
  public String toString() {
    return file.name() + ':' + offset;
  }
}
