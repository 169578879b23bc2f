package io.zhidun.service.access;

import io.zhidun.service.access.AccessTrail.Action;
import io.zhidun.service.access.AccountRepository.Kept;
import io.zhidun.service.audit.AuditActor;
import io.zhidun.service.store.Durability;
import io.zhidun.service.store.Micros;
import io.zhidun.service.web.Problems;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.ErrorResponseException;

/**
 * Accounts, in two people's hands: the system administrator makes, locks and resets them, and the
 * security administrator gives them their role. Whoever knows an initial password holds no role
 * until the other has given one.
 */
@Service
class AccountAdministration {
  private static final int MOST_ACCOUNTS = 1_000;

  /** Without 0 O 1 l I, which people read as one another. */
  private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int LENGTH = 20;

  private final AccountRepository accounts;
  private final Passwords passwords;
  private final AccessTrail trail;
  private final TransactionOperations transaction;
  private final Durability durability;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  AccountAdministration(
      AccountRepository accounts,
      Passwords passwords,
      AccessTrail trail,
      TransactionOperations transaction,
      Durability durability,
      Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.trail = trail;
    this.transaction = transaction;
    this.durability = durability;
    this.clock = clock;
  }

  List<Kept> all() {
    return accounts.all();
  }

  Kept require(String name) {
    return accounts.kept(name).orElseThrow(() -> Problems.notFound("there is no account " + name));
  }

  /** What was made, with the password that is told once and kept nowhere. */
  record Made(Kept account, String password) {
    @Override
    public String toString() {
      return "Made[" + account.name() + "]";
    }
  }

  /**
   * Makes an account without a role.
   *
   * @throws org.springframework.web.ErrorResponseException account-exists, too-many-accounts
   */
  Made create(String name, String displayName, String by) {
    String password = password();
    Account account =
        new Account(name, displayName, Role.NONE, passwords.hash(password), true, 1, false);
    try {
      transaction.executeWithoutResult(
          status -> {
            if (accounts.all().size() >= MOST_ACCOUNTS) {
              throw conflict("too-many-accounts", "there may be " + MOST_ACCOUNTS + " accounts");
            }
            accounts.add(account, now());
            accounts.madeBy(name, by);
            trail.add(AuditActor.of(by), name, Action.ACCOUNT_CREATED, Map.of());
          });
    } catch (DuplicateKeyException e) {
      throw conflict("account-exists", "there is an account " + name);
    }
    durability.settle();
    return new Made(require(name), password);
  }

  /** Locks an account; its sessions end. */
  Kept lock(String name, String by) {
    return change(
        name,
        by,
        Action.ACCOUNT_LOCKED,
        Map.of(),
        account -> {
          if (account.locked()) {
            throw conflict("account-state", name + " is locked");
          }
          keepOne(account);
          accounts.lock(name, by, now());
        });
  }

  Kept unlock(String name, String by) {
    return change(
        name,
        by,
        Action.ACCOUNT_UNLOCKED,
        Map.of(),
        account -> {
          if (!account.locked()) {
            throw conflict("account-state", name + " is not locked");
          }
          accounts.unlock(name);
        });
  }

  /**
   * Gives a new initial password. The role is put aside until it is given again: else who resets
   * would be everybody.
   */
  Made reset(String name, String by) {
    String password = password();
    String hash = passwords.hash(password);
    Kept changed =
        change(
            name,
            by,
            Action.PASSWORD_RESET,
            Map.of(),
            account -> {
              keepOne(account);
              accounts.reset(name, hash);
            });
    return new Made(changed, password);
  }

  /**
   * Gives a role, or takes it away by giving {@link Role#NONE}. An administrator's account never
   * becomes another's: who left an office leaves its account.
   *
   * @throws org.springframework.web.ErrorResponseException role-final, same-person
   */
  Kept grant(String name, Role role, String by) {
    return change(
        name,
        by,
        Action.ROLE_GRANTED,
        Map.of("role", role.label()),
        account -> {
          Role held = account.role() == Role.NONE ? account.formerRole() : account.role();
          if (held.isAdministrator() && role != held && role != Role.NONE) {
            throw conflict(
                "role-final",
                name + " is an account of the " + held.label() + " and never becomes another's");
          }
          if (by.equals(account.createdBy())) {
            throw conflict("same-person", "who made an account does not give it a role");
          }
          if (role != account.role()) {
            keepOne(account);
          }
          accounts.grant(name, role, held, by, now());
        });
  }

  private interface Act {
    void on(Kept account);
  }

  private Kept change(String name, String by, Action action, Map<String, String> detail, Act act) {
    require(name);
    if (name.equals(by)) {
      throw conflict("same-person", "nobody administers their own account");
    }
    transaction.executeWithoutResult(
        status -> {
          accounts.lockAll();
          act.on(require(name));
          trail.add(AuditActor.of(by), name, action, detail);
        });
    durability.settle();
    return require(name);
  }

  /** Of each administrator one must be left who can act. */
  private void keepOne(Kept account) {
    Role role = account.role();
    boolean another =
        accounts.all().stream()
            .anyMatch(
                one -> one.role() == role && !one.locked() && !one.name().equals(account.name()));
    if (role.isAdministrator() && !account.locked() && !another) {
      throw conflict("last-administrator", account.name() + " is the last " + role.label());
    }
  }

  private String password() {
    StringBuilder password = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }

  private long now() {
    return Micros.of(clock.instant());
  }

  private static ErrorResponseException conflict(String name, String detail) {
    return Problems.of(HttpStatus.CONFLICT, name, detail);
  }
}
