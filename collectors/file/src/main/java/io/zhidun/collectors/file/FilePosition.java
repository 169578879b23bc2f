package io.zhidun.collectors.file;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place in a file, and what it takes to find that file again after it was renamed or copied.
 *
 * @param key the file system's identity of the file
 * @param offset first byte not yet read
 * @param skipping whether the bytes up to the next line feed belong to a line that was cut
 * @param fingerprint of the file's first bytes
 * @param atMillis when this place was reached: files changed later may hold unread lines
 */
record FilePosition(
    String key, long offset, boolean skipping, Fingerprint fingerprint, long atMillis) {
  private static final String VERSION = "1";
  private static final int PARTS = 7;
  private static final String NO_FILE = "-";

  FilePosition {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(fingerprint, "fingerprint");
    if (offset < 0) {
      throw new IllegalArgumentException("offset must be at least 0, was " + offset);
    }
  }

  /** Everything under this name was read, and there is no file any more. */
  static FilePosition finished(long atMillis) {
    return new FilePosition(NO_FILE, 0, false, Fingerprint.NONE, atMillis);
  }

  boolean isFinished() {
    return key.equals(NO_FILE);
  }

  /** The form in which the agent's state keeps it. */
  String text() {
    return String.join(
        " ",
        VERSION,
        Long.toString(offset),
        Boolean.toString(skipping),
        Integer.toString(fingerprint.length()),
        Integer.toString(fingerprint.crc()),
        Long.toString(atMillis),
        key);
  }

  /** Reads {@link #text()}; null if the text is of another form. */
  static @Nullable FilePosition parse(String text) {
    String[] parts = text.split(" ", PARTS);
    if (parts.length != PARTS || !parts[0].equals(VERSION)) {
      return null;
    }
    try {
      return new FilePosition(
          parts[6],
          Long.parseLong(parts[1]),
          Boolean.parseBoolean(parts[2]),
          new Fingerprint(Integer.parseInt(parts[3]), Integer.parseInt(parts[4])),
          Long.parseLong(parts[5]));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
