package io.zhidun.service.access;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The directory of a database that a test wires by hand. */
public final class TestDirectory {
  private TestDirectory() {}

  public static Directory of(JdbcClient jdbc) {
    return new Directory(new AccountRepository(jdbc));
  }

  /** Adds an account nobody can sign in to. */
  public static void add(JdbcClient jdbc, String name, Role role) {
    new AccountRepository(jdbc).add(new Account(name, name, role, "none", false, 1, false), 0);
  }
}
