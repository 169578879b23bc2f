package io.zhidun.service.access;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps who signed in, failed to, was locked out or changed a password, and from where. */
@Repository
class AccessTrail {
  private static final int MAX_NAME = 64;

  private final JdbcClient jdbc;
  private final Clock clock;

  AccessTrail(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  enum Action {
    SIGNED_IN,
    SIGNED_OUT,
    REFUSED,
    LOCKED_OUT,
    PASSWORD_CHANGED,
    ACCOUNT_CREATED
  }

  void add(String account, Action action, String peer) {
    jdbc.sql("insert into access_trail (happened_at, account, action, peer) values (?, ?, ?, ?)")
        .params(
            ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()),
            account.length() <= MAX_NAME ? account : account.substring(0, MAX_NAME),
            action.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            peer)
        .update();
  }
}
