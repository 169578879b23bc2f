package io.zhidun.standalone.supervisor;

import io.zhidun.events.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The accounts that a new installation begins with, with random passwords. They are handed to the
 * service in a file that only its owner may read and that the service deletes; a person sees them
 * once.
 */
record FirstAccounts(List<Account> accounts) {
  /** One account; its first password must be changed at the first sign-in. */
  record Account(String name, String role, String password) {
    @Override
    public String toString() {
      return "Account[name=" + name + ", role=" + role + "]";
    }
  }

  private static final List<String> ROLES =
      List.of("operator", "engineer", "auditor", "reviewer", "system-admin", "security-admin");

  /** Without 0 O 1 l I, which people read as one another. */
  private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int LENGTH = 20;

  FirstAccounts {
    accounts = List.copyOf(accounts);
  }

  static FirstAccounts random(RandomGenerator random) {
    return new FirstAccounts(
        ROLES.stream().map(role -> new Account(role, role, password(random))).toList());
  }

  private static String password(RandomGenerator random) {
    StringBuilder password = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }

  /**
   * The accounts to show: new ones on the first start, those that a start wrote and no service took
   * yet, none on later starts.
   */
  static FirstAccounts prepare(Installation at, RandomGenerator random) throws IOException {
    if (Files.exists(at.firstAccounts())) {
      return Json.mapper().readValue(Files.readString(at.firstAccounts()), FirstAccounts.class);
    }
    if (Files.exists(at.firstAccountsMade())) {
      return new FirstAccounts(List.of());
    }
    FirstAccounts made = random(random);
    made.write(at.firstAccounts());
    Files.writeString(at.firstAccountsMade(), "The first accounts were made once.\n");
    return made;
  }

  private void write(Path file) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, Json.mapper().writeValueAsString(this), StandardOpenOption.WRITE);
    Files.move(draft, file);
  }
}
