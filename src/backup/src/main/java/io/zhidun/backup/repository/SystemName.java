package io.zhidun.backup.repository;

import java.util.regex.Pattern;

/** Names of systems and sources as they stand in the names of objects. */
public final class SystemName {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  private SystemName() {}

  /**
   * @param what what it names, for the message
   */
  public static String require(String what, String name) {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException(
          what + " must be 1 to 63 of a-z 0-9 - and begin with no dash, was \"" + name + '"');
    }
    return name;
  }
}
