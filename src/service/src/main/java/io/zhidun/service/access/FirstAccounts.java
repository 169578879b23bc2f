package io.zhidun.service.access;

import io.zhidun.events.Json;
import io.zhidun.service.access.AccountRepository.Kept;
import io.zhidun.service.store.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.JacksonException;

/**
 * Creates the first accounts from the bootstrap file while there is none, or administrators of whom
 * there is none, and deletes the file: its passwords are good for one sign-in, at which they must
 * be changed.
 */
@Component
class FirstAccounts implements SmartInitializingSingleton {
  private static final Logger log = LoggerFactory.getLogger(FirstAccounts.class);
  private static final long MAX_BYTES = 64 * 1024;

  private final AccountRepository accounts;
  private final Passwords passwords;
  private final AccessProperties properties;
  private final AccessTrail trail;
  private final TransactionOperations transaction;
  private final Durability durability;
  private final Clock clock;

  FirstAccounts(
      AccountRepository accounts,
      Passwords passwords,
      AccessProperties properties,
      AccessTrail trail,
      TransactionOperations transaction,
      Durability durability,
      Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.properties = properties;
    this.trail = trail;
    this.transaction = transaction;
    this.durability = durability;
    this.clock = clock;
  }

  /** Before the server listens: whoever sees the service answer can sign in. */
  @Override
  public void afterSingletonsInstantiated() {
    try {
      createFromFile();
    } catch (IOException | JacksonException e) {
      throw new IllegalStateException(
          "cannot read the first accounts from " + properties.bootstrapFile(), e);
    }
  }

  private void createFromFile() throws IOException {
    if (properties.bootstrapFile().isEmpty()) {
      return;
    }
    Path file = Path.of(properties.bootstrapFile());
    if (!Files.exists(file)) {
      return;
    }
    List<First> firsts = accounts.isEmpty() ? read(file) : missing(read(file));
    if (!firsts.isEmpty()) {
      create(firsts);
      // Before the file goes: it is the only other place that knows the passwords.
      durability.settle();
    }
    Files.delete(file);
  }

  /**
   * Of an installation that has accounts, administrators of whom it has none who could act: it is
   * older than they are, or the last forgot the password. Who may write the file owns the machine.
   */
  private List<First> missing(List<First> firsts) {
    List<Kept> there = accounts.all();
    return firsts.stream()
        .filter(first -> first.role().isAdministrator())
        .filter(
            first ->
                there.stream()
                    .noneMatch(
                        one ->
                            one.name().equals(first.name())
                                || (one.role() == first.role() && !one.locked())))
        .toList();
  }

  private static List<First> read(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException(file + " must have at most " + MAX_BYTES + " bytes");
    }
    return Json.mapper().readValue(Files.readString(file), Bootstrap.class).accounts();
  }

  private void create(List<First> firsts) {
    // Hashed before the transaction: it takes a while, and the table should not wait for it.
    List<Account> created =
        firsts.stream()
            .map(
                first ->
                    new Account(
                        first.name(),
                        first.name(),
                        first.role(),
                        passwords.hash(first.password()),
                        true,
                        1,
                        false))
            .toList();
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    transaction.executeWithoutResult(
        status -> {
          for (Account account : created) {
            accounts.add(account, now);
            trail.add(account.name(), AccessTrail.Action.ACCOUNT_CREATED);
          }
        });
    log.info("created {} first accounts", created.size());
  }

  record Bootstrap(List<First> accounts) {}

  record First(String name, Role role, String password) {
    @Override
    public String toString() {
      return "First[" + name + ", " + role + "]";
    }
  }
}
