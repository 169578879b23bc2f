package io.zhidun.backup.executor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of a MariaDB's binary log, such as {@code bin.000004}.
 *
 * @param base the server's {@code log-bin}, without a folder
 * @param number from 1, without gaps as long as nobody resets the log
 */
record BinlogFile(String base, long number) implements Comparable<BinlogFile> {
  private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_.-]{1,100})\\.([0-9]{6,12})");

  static boolean isName(String name) {
    return FORM.matcher(name).matches();
  }

  static BinlogFile parse(String name) {
    Matcher form = FORM.matcher(name);
    if (!form.matches()) {
      throw new IllegalArgumentException("not a file of a binary log: \"" + name + '"');
    }
    return new BinlogFile(form.group(1), Long.parseLong(form.group(2)));
  }

  String name() {
    return "%s.%06d".formatted(base, number);
  }

  /** The one that ended when this began; of the first there is none. */
  BinlogFile before() {
    return new BinlogFile(base, number - 1);
  }

  @Override
  public int compareTo(BinlogFile other) {
    return Long.compare(number, other.number);
  }
}
