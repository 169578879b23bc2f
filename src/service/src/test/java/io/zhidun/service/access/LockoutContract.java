package io.zhidun.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.service.MutableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds of lock-outs on every database. */
abstract class LockoutContract {
  private static final Duration LOCK = Duration.ofMinutes(15);

  private final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T12:00:00Z"));
  private HikariDataSource source;
  private Lockout lockout;

  abstract HikariDataSource dataSource();

  @BeforeEach
  void open() {
    source = dataSource();
    lockout =
        new Lockout(
            JdbcClient.create(source),
            new TransactionTemplate(new JdbcTransactionManager(source)),
            new AccessProperties("", PasswordHash.MIN_ITERATIONS, 5, LOCK));
  }

  @AfterEach
  void close() {
    source.close();
  }

  @Test
  void locksWithTheFifthWrongPasswordForFifteenMinutes() {
    for (int i = 0; i < 4; i++) {
      assertThat(wrong("operator")).isFalse();
    }
    assertThat(wrong("operator")).isTrue();

    clock.advance(LOCK.minusSeconds(1));
    assertThat(lockout.attempt("operator", clock.instant())).isPresent();
    assertThat(lockout.attempt("engineer", clock.instant())).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(lockout.attempt("operator", clock.instant())).isEmpty();
  }

  @Test
  void startsAnewAfterALock() {
    for (int i = 0; i < 5; i++) {
      wrong("operator");
    }
    clock.advance(LOCK);
    for (int i = 0; i < 4; i++) {
      assertThat(wrong("operator")).isFalse();
    }
    assertThat(wrong("operator")).isTrue();
  }

  @Test
  void forgivesWithTheRightPassword() {
    for (int i = 0; i < 4; i++) {
      wrong("operator");
    }
    lockout.attempt("operator", clock.instant());
    lockout.succeeded("operator");
    assertThat(wrong("operator")).isFalse();
  }

  @Test
  void forgetsWrongPasswordsAfterAPause() {
    for (int i = 0; i < 4; i++) {
      wrong("operator");
    }
    clock.advance(LOCK);
    assertThat(wrong("operator")).isFalse();
  }

  @Test
  void countsGuessesThatAreUnderWayAtOnce() {
    for (int i = 0; i < 5; i++) {
      assertThat(lockout.attempt("operator", clock.instant())).isEmpty();
    }
    assertThat(lockout.attempt("operator", clock.instant())).isPresent();
  }

  private boolean wrong(String name) {
    assertThat(lockout.attempt(name, clock.instant())).isEmpty();
    return lockout.failed(name, clock.instant()).isPresent();
  }
}
