package io.zhidun.standalone.supervisor;

import java.io.PrintWriter;

/**
 * Shows the first accounts to a person, once. While it is open, an interrupted {@code up} shows
 * them too: the supervisor goes on without it, and nobody would ever learn the passwords.
 */
final class AccountNotice implements AutoCloseable {
  private final FirstAccounts accounts;
  private final PrintWriter out;
  private final Thread interrupted = new Thread(this::show, "first-accounts");
  private boolean shown;

  AccountNotice(FirstAccounts accounts, PrintWriter out) {
    this.accounts = accounts;
    this.out = out;
  }

  AccountNotice open() {
    Runtime.getRuntime().addShutdownHook(interrupted);
    return this;
  }

  synchronized void show() {
    if (shown || accounts.accounts().isEmpty()) {
      return;
    }
    shown = true;
    out.println();
    out.println("  First accounts; these passwords are shown only now and end with the first use:");
    for (FirstAccounts.Account account : accounts.accounts()) {
      out.printf("    %-14s %s%n", account.name(), account.password());
    }
    out.flush();
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(interrupted);
    } catch (IllegalStateException e) {
      return; // the end has begun, and the hook shows them
    }
  }
}
