package io.zhidun.backup.storage;

import java.util.regex.Pattern;

/**
 * Names of objects: segments of {@code A-Z a-z 0-9 . _ = -} that do not begin with a dot, joined by
 * {@code /}, 512 characters at most. So a name is the same as a path, an SFTP path and an S3 key,
 * and leads nowhere else.
 */
public final class ObjectNames {
  private static final int LONGEST = 512;
  private static final Pattern SEGMENTS =
      Pattern.compile("[A-Za-z0-9_=-][A-Za-z0-9._=-]*(/[A-Za-z0-9_=-][A-Za-z0-9._=-]*)*");
  private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9._=-]+/)*[A-Za-z0-9._=-]*");

  private ObjectNames() {}

  /** Gives the name back, or throws an IllegalArgumentException that quotes it. */
  public static String require(String name) {
    if (name.length() > LONGEST || !SEGMENTS.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "an object's name is up to 512 of A-Z a-z 0-9 . _ = - in segments joined by /, was \""
              + name
              + '"');
    }
    return name;
  }

  static String requirePrefix(String prefix) {
    if (prefix.length() > LONGEST
        || !PREFIX.matcher(prefix).matches()
        || prefix.startsWith(".")
        || prefix.contains("/.")) {
      throw new IllegalArgumentException("not the beginning of an object's name: " + prefix);
    }
    return prefix;
  }

  static int requireLimit(int limit) {
    if (limit < 1 || limit > 1000) {
      throw new IllegalArgumentException("limit must be 1 to 1000, was " + limit);
    }
    return limit;
  }

  /** The folder that holds all names with this prefix: up to and without its last slash. */
  static String folder(String prefix) {
    int slash = prefix.lastIndexOf('/');
    return slash < 0 ? "" : prefix.substring(0, slash);
  }
}
