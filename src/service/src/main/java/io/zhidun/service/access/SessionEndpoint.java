package io.zhidun.service.access;

import io.zhidun.service.access.AccessTrail.Action;
import io.zhidun.service.audit.AuditActor;
import io.zhidun.service.store.Durability;
import io.zhidun.service.store.Micros;
import io.zhidun.service.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, and changing one's password. */
@RestController
@RequestMapping("/api/v1/session")
class SessionEndpoint {
  private final SignIn signIn;
  private final AccountRepository accounts;
  private final Passwords passwords;
  private final Sessions sessions;
  private final AccessTrail trail;
  private final TransactionOperations transaction;
  private final Durability durability;
  private final Clock clock;

  SessionEndpoint(
      SignIn signIn,
      AccountRepository accounts,
      Passwords passwords,
      Sessions sessions,
      AccessTrail trail,
      TransactionOperations transaction,
      Durability durability,
      Clock clock) {
    this.signIn = signIn;
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.trail = trail;
    this.transaction = transaction;
    this.durability = durability;
    this.clock = clock;
  }

  @PostMapping
  Map<String, User> signIn(
      @RequestBody Credentials credentials,
      HttpServletRequest request,
      HttpServletResponse response) {
    String name = present("username", credentials.username());
    String password = present("password", credentials.password());
    Account account = signIn.check(name, password, request.getRemoteAddr());
    sessions.open(account, request, response);
    accounts.signedIn(name, Micros.of(clock.instant()));
    trail.add(AuditActor.of(name), Action.SIGNED_IN, request.getRemoteAddr());
    return Map.of("user", User.of(account));
  }

  @GetMapping
  Map<String, User> who(Principal principal) {
    return Map.of("user", User.of(account(principal)));
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void signOut(HttpServletRequest request, @Nullable Principal principal) {
    AuditActor actor = principal == null ? null : AuditActor.of(principal.getName());
    sessions.close(request);
    if (actor != null) {
      trail.add(actor, Action.SIGNED_OUT, request.getRemoteAddr());
    }
  }

  @PostMapping("/password")
  Map<String, User> changePassword(
      @RequestBody Change change,
      Principal principal,
      HttpServletRequest request,
      HttpServletResponse response) {
    String current = present("current", change.current());
    String next = present("next", change.next());
    String peer = request.getRemoteAddr();
    signIn.check(principal.getName(), current, peer);
    PasswordRules.check(principal.getName(), current, next);
    String hash = passwords.hash(next);
    transaction.executeWithoutResult(
        status -> {
          accounts.changePassword(principal.getName(), hash);
          trail.add(AuditActor.of(principal.getName()), Action.PASSWORD_CHANGED, peer);
        });
    durability.settle();
    Account account = account(principal);
    sessions.open(account, request, response);
    return Map.of("user", User.of(account));
  }

  private Account account(Principal principal) {
    return accounts.find(principal.getName()).orElseThrow(() -> Problems.notFound("account"));
  }

  private static String present(String name, @Nullable String value) {
    if (value == null || value.isEmpty() || value.length() > 256) {
      throw Problems.invalid(name, "(not shown)", "must have 1 to 256 characters");
    }
    return value;
  }

  record Credentials(@Nullable String username, @Nullable String password) {
    @Override
    public String toString() {
      return "Credentials[" + username + "]";
    }
  }

  record Change(@Nullable String current, @Nullable String next) {
    @Override
    public String toString() {
      return "Change[]";
    }
  }
}
