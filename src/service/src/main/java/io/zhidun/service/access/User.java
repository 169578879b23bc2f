package io.zhidun.service.access;

import java.util.List;

/** An account as its owner sees it. */
record User(String name, String displayName, List<Role> roles, boolean mustChangePassword) {
  User {
    roles = List.copyOf(roles);
  }

  static User of(Account account) {
    return new User(
        account.name(),
        account.displayName(),
        account.role() == Role.NONE ? List.of() : List.of(account.role()),
        account.mustChangePassword());
  }
}
