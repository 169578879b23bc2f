package io.zhidun.service.access;

import java.util.Optional;
import org.springframework.stereotype.Service;

/** Who there is, for features that name people. */
@Service
public class Directory {
  private final AccountRepository accounts;

  Directory(AccountRepository accounts) {
    this.accounts = accounts;
  }

  public Optional<Person> find(String name) {
    if (!Account.isName(name)) {
      return Optional.empty();
    }
    return accounts
        .find(name)
        .map(account -> new Person(account.name(), account.displayName(), account.role()));
  }

  /**
   * Somebody with an account.
   *
   * @param name of the account
   * @param displayName for people to read
   */
  public record Person(String name, String displayName, Role role) {}
}
