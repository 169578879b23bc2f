package io.zhidun.service.access;

import io.zhidun.service.web.Problems;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Hashes and checks passwords, two at a time at most: a flood of sign-ins must not take the
 * processors from everything else.
 */
@Component
class Passwords {
  private static final int AT_ONCE = 2;
  private static final long PATIENCE_SECONDS = 5;

  private final SecureRandom random = new SecureRandom();
  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final int iterations;

  /** Checked where there is no account, so that its absence does not show in the time taken. */
  private final PasswordHash nobody;

  Passwords(AccessProperties properties) {
    iterations = properties.iterations();
    nobody = new PasswordHash(iterations, new byte[PasswordHash.SALT_BYTES], new byte[32]);
  }

  String hash(String password) {
    byte[] salt = new byte[PasswordHash.SALT_BYTES];
    random.nextBytes(salt);
    return inTurn(() -> PasswordHash.of(password, salt, iterations).encode());
  }

  boolean matches(Account account, String password) {
    return inTurn(() -> PasswordHash.parse(account.passwordHash()).matches(password));
  }

  /** Takes as long as {@link #matches} and answers no. */
  boolean matchesNobody(String password) {
    return inTurn(() -> nobody.matches(password)) && false;
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw Problems.of(
            HttpStatus.SERVICE_UNAVAILABLE, "busy", "too many people sign in at once, try again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting to check a password", e);
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }
}
