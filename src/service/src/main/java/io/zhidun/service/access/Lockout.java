package io.zhidun.service.access;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Counts wrong passwords in the database, so that a restart forgives none. An attempt is counted
 * before its password is looked at: guesses sent at the same time cannot slip through together.
 */
@Repository
class Lockout {
  private static final long MAX_NAMES = 10_000;

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final AccessProperties properties;

  Lockout(JdbcClient jdbc, TransactionOperations transaction, AccessProperties properties) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.properties = properties;
  }

  /**
   * Counts an attempt.
   *
   * @return until when the name is locked, or empty when the attempt may go on
   */
  Optional<Instant> attempt(String name, Instant now) {
    return transaction.execute(status -> count(name, now));
  }

  private Optional<Instant> count(String name, Instant now) {
    long at = micros(now);
    long forgotten = micros(now.minus(properties.lock()));
    int counted =
        jdbc.sql("update sign_in_failure set last_at = last_at where name = ?")
            .param(name)
            .update();
    if (counted == 0) {
      makeRoom(forgotten);
      jdbc.sql("insert into sign_in_failure (name, failures, last_at) values (?, 1, ?)")
          .params(name, at)
          .update();
      return Optional.empty();
    }
    Failures known =
        jdbc.sql("select failures, last_at, locked_until from sign_in_failure where name = ?")
            .param(name)
            .query(
                (rs, row) -> new Failures(rs.getInt(1), rs.getLong(2), rs.getObject(3, Long.class)))
            .single();
    Long until = known.lockedUntil();
    if (until != null && until > at) {
      return Optional.of(instant(until));
    }
    boolean fresh = until != null || known.lastAt() <= forgotten;
    if (!fresh && known.failures() >= properties.attempts()) {
      // As many are being looked at this moment; whatever comes of them, no more until then.
      return failed(name, now);
    }
    jdbc.sql(
            "update sign_in_failure set failures = ?, last_at = ?, locked_until = null"
                + " where name = ?")
        .params(fresh ? 1 : known.failures() + 1, at, name)
        .update();
    return Optional.empty();
  }

  /**
   * The counted attempt was wrong.
   *
   * @return until when the name is locked now, or empty
   */
  Optional<Instant> failed(String name, Instant now) {
    Instant until = now.plus(properties.lock());
    int locked =
        jdbc.sql("update sign_in_failure set locked_until = ? where name = ? and failures >= ?")
            .params(micros(until), name, properties.attempts())
            .update();
    return locked == 0 ? Optional.empty() : Optional.of(instant(micros(until)));
  }

  void succeeded(String name) {
    jdbc.sql("delete from sign_in_failure where name = ?").param(name).update();
  }

  /** Names are anybody's input: beyond the bound, old ones that are not locked are forgotten. */
  private void makeRoom(long forgotten) {
    long names = jdbc.sql("select count(*) from sign_in_failure").query(Long.class).single();
    if (names >= MAX_NAMES) {
      jdbc.sql("delete from sign_in_failure where last_at <= ?").param(forgotten).update();
    }
    if (names >= 2 * MAX_NAMES) {
      jdbc.sql("delete from sign_in_failure where locked_until is null").update();
    }
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private record Failures(int failures, long lastAt, @Nullable Long lockedUntil) {}
}
