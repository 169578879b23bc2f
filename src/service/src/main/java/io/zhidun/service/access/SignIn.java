package io.zhidun.service.access;

import io.zhidun.service.access.AccessTrail.Action;
import io.zhidun.service.audit.AuditActor;
import io.zhidun.service.web.Problems;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.ErrorResponseException;

/** Checks names and passwords. */
@Service
class SignIn {
  private final AccountRepository accounts;
  private final Passwords passwords;
  private final Lockout lockout;
  private final AccessTrail trail;
  private final Clock clock;

  SignIn(
      AccountRepository accounts,
      Passwords passwords,
      Lockout lockout,
      AccessTrail trail,
      Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.lockout = lockout;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * The account, if the password is its own. Throws a problem that says no more than that one of
   * the two is wrong, or until when the name is locked.
   */
  Account check(String name, String password, String peer) {
    // No account can have such a name, so there is nothing to guess and nothing to count.
    if (!Account.isName(name)) {
      throw refused();
    }
    Instant now = clock.instant();
    lockout
        .attempt(name, now)
        .ifPresent(
            until -> {
              throw locked(until, now);
            });
    Optional<Account> account = accounts.find(name);
    boolean right =
        account
            .map(known -> passwords.matches(known, password))
            .orElseGet(() -> passwords.matchesNobody(password));
    if (!right) {
      throw failed(name, peer, now);
    }
    lockout.succeeded(name);
    Account known = account.orElseThrow();
    if (known.locked()) {
      // Said to nobody who does not know the password.
      trail.add(AuditActor.of(name), Action.LOCKED_ACCOUNT, peer);
      throw Problems.of(
          HttpStatus.FORBIDDEN, "account-locked", "an administrator has locked this account");
    }
    return known;
  }

  private ErrorResponseException failed(String name, String peer, Instant now) {
    Optional<Instant> until = lockout.failed(name, now);
    trail.add(AuditActor.of(name), until.isPresent() ? Action.LOCKED_OUT : Action.REFUSED, peer);
    return until.map(time -> locked(time, now)).orElseGet(SignIn::refused);
  }

  private static ErrorResponseException refused() {
    return Problems.of(HttpStatus.UNAUTHORIZED, "sign-in-refused", "account or password is wrong");
  }

  private static ErrorResponseException locked(Instant until, Instant now) {
    long seconds = Math.max(1, until.getEpochSecond() - now.getEpochSecond());
    ErrorResponseException problem =
        Problems.of(
            HttpStatus.LOCKED,
            "locked-out",
            "too many wrong passwords; try again after " + until,
            Map.of("retryAt", until, "retryAfterSeconds", seconds));
    problem.getHeaders().set("Retry-After", Long.toString(seconds));
    return problem;
  }
}
