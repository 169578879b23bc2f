package io.zhidun.backup.executor;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in PostgreSQL's write-ahead log, an unsigned number of bytes. */
public record Lsn(long bytes) implements Comparable<Lsn> {
  private static final Pattern FORM = Pattern.compile("([0-9A-F]{1,8})/([0-9A-F]{1,8})");

  /** Reads the form {@code 16/B374D848}. */
  public static Lsn parse(String text) {
    Matcher form = FORM.matcher(text.toUpperCase(Locale.ROOT));
    if (!form.matches()) {
      throw new IllegalArgumentException("not a place in the write-ahead log: \"" + text + '"');
    }
    return new Lsn(Long.parseLong(form.group(1), 16) << 32 | Long.parseLong(form.group(2), 16));
  }

  @Override
  public int compareTo(Lsn other) {
    return Long.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public String toString() {
    return Long.toHexString(bytes >>> 32).toUpperCase(Locale.ROOT)
        + '/'
        + Long.toHexString(bytes & 0xffff_ffffL).toUpperCase(Locale.ROOT);
  }
}
