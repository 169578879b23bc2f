package io.zhidun.service.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in.
 *
 * @param bootstrapFile first accounts, read and deleted when there is no account; empty for none
 * @param iterations of PBKDF2 for new passwords
 * @param attempts wrong passwords in a row that lock an account
 * @param lock how long it stays locked, and after which pause wrong ones are forgotten
 */
@ConfigurationProperties("zhidun.access")
record AccessProperties(
    @DefaultValue("") String bootstrapFile,
    @DefaultValue("100000") int iterations,
    @DefaultValue("5") int attempts,
    @DefaultValue("15m") Duration lock) {
  AccessProperties {
    if (iterations < PasswordHash.MIN_ITERATIONS) {
      throw new IllegalArgumentException(
          "zhidun.access.iterations must be at least "
              + PasswordHash.MIN_ITERATIONS
              + ", was "
              + iterations);
    }
    if (attempts < 1) {
      throw new IllegalArgumentException(
          "zhidun.access.attempts must be at least 1, was " + attempts);
    }
  }
}
