package io.zhidun.service.access;

import io.zhidun.service.audit.AuditActor;
import io.zhidun.service.audit.AuditEntry;
import io.zhidun.service.audit.AuditOutcome;
import io.zhidun.service.audit.AuditTrail;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps who signed in, failed to, was locked out or changed a password, and from where. */
@Repository
class AccessTrail {
  private static final int MAX_NAME = 64;

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;

  AccessTrail(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  enum Action {
    SIGNED_IN("session.sign-in", AuditOutcome.SUCCESS),
    SIGNED_OUT("session.sign-out", AuditOutcome.SUCCESS),
    REFUSED("session.sign-in", AuditOutcome.FAILURE),
    LOCKED_OUT("session.sign-in", AuditOutcome.FAILURE),
    PASSWORD_CHANGED("account.password-change", AuditOutcome.SUCCESS),
    ACCOUNT_CREATED("account.create", AuditOutcome.SUCCESS),
    ACCOUNT_LOCKED("account.lock", AuditOutcome.SUCCESS),
    ACCOUNT_UNLOCKED("account.unlock", AuditOutcome.SUCCESS),
    PASSWORD_RESET("account.password-reset", AuditOutcome.SUCCESS),
    ROLE_GRANTED("account.role-grant", AuditOutcome.SUCCESS),
    LOCKED_ACCOUNT("session.sign-in", AuditOutcome.FAILURE);

    private final String audited;
    private final AuditOutcome outcome;

    Action(String audited, AuditOutcome outcome) {
      this.audited = audited;
      this.outcome = outcome;
    }

    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What the platform did to an account by itself. */
  void add(String account, Action action) {
    add(AuditActor.platform(), account, action, "");
  }

  /** What an account did, or somebody who gave its name. */
  void add(AuditActor actor, Action action, String peer) {
    add(actor, actor.account(), action, peer);
  }

  /** What an administrator did to another's account; last in its transaction. */
  void add(AuditActor actor, String account, Action action, Map<String, String> detail) {
    add(actor, account, action, "", detail);
  }

  private void add(AuditActor actor, String account, Action action, String peer) {
    add(
        actor,
        account,
        action,
        peer,
        action.outcome == AuditOutcome.FAILURE ? Map.of("reason", action.label()) : Map.of());
  }

  private void add(
      AuditActor actor, String account, Action action, String peer, Map<String, String> detail) {
    jdbc.sql("insert into access_trail (happened_at, account, action, peer) values (?, ?, ?, ?)")
        .params(
            ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()),
            account.length() <= MAX_NAME ? account : account.substring(0, MAX_NAME),
            action.label(),
            peer)
        .update();
    audit.record(new AuditEntry(actor, action.audited, "account", account, action.outcome, detail));
  }
}
