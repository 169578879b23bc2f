package io.zhidun.service.access;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Somebody who may sign in.
 *
 * @param passwordHash see {@link PasswordHash}
 * @param credentialVersion grows with every change of the password, of the role and of the lock
 * @param locked by an administrator
 */
record Account(
    String name,
    String displayName,
    Role role,
    String passwordHash,
    boolean mustChangePassword,
    int credentialVersion,
    boolean locked) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  Account {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "an account name is 1 to 64 of a-z 0-9 . _ - and starts with a letter or digit, was \""
              + name
              + "\"");
    }
    Objects.requireNonNull(displayName, "displayName");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(passwordHash, "passwordHash");
  }

  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  @Override
  public String toString() {
    return "Account[" + name + ", " + role + "]";
  }
}
