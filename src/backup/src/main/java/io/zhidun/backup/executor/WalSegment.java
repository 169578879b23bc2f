package io.zhidun.backup.executor;

import java.util.regex.Pattern;

/**
 * A file of the write-ahead log.
 *
 * @param number the count of segments before it in its timeline
 * @param bytes size of a segment
 */
public record WalSegment(long timeline, long number, long bytes) {
  private static final Pattern FORM = Pattern.compile("[0-9A-F]{24}");

  public static boolean isName(String name) {
    return FORM.matcher(name).matches();
  }

  public static WalSegment parse(String name, long bytes) {
    if (!isName(name)) {
      throw new IllegalArgumentException("not a segment of the log: \"" + name + '"');
    }
    long high = Long.parseLong(name.substring(8, 16), 16);
    long low = Long.parseLong(name.substring(16), 16);
    return new WalSegment(
        Long.parseLong(name.substring(0, 8), 16), high * ((1L << 32) / bytes) + low, bytes);
  }

  public static WalSegment containing(long timeline, Lsn place, long bytes) {
    return new WalSegment(timeline, Long.divideUnsigned(place.bytes(), bytes), bytes);
  }

  public WalSegment next() {
    return new WalSegment(timeline, number + 1, bytes);
  }

  /** The place after its last byte. */
  public Lsn end() {
    return new Lsn((number + 1) * bytes);
  }

  public String name() {
    long perFile = (1L << 32) / bytes;
    return "%08X%08X%08X".formatted(timeline, number / perFile, number % perFile);
  }
}
