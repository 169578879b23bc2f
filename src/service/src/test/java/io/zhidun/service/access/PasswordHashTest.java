package io.zhidun.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PasswordHashTest {
  private static final byte[] SALT = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");

  /** Made with OpenSSL's kdf command: PBKDF2, digest SM3, 100,000 iterations. */
  private static final String KEY =
      "4cca3e7847d13d4633c98c6e1f23ecb85313914484d2214a1cc3a29de5226630";

  @Test
  void agreesWithOpenSsl() {
    PasswordHash hash = PasswordHash.of("correct-Horse-7", SALT, 100_000);

    assertThat(HexFormat.of().formatHex(hash.key())).isEqualTo(KEY);
  }

  @Test
  void verifiesWithTheParametersThatAreStored() {
    PasswordHash stored =
        PasswordHash.parse(PasswordHash.of("correct-Horse-7", SALT, 100_001).encode());

    assertThat(stored.iterations()).isEqualTo(100_001);
    assertThat(stored.matches("correct-Horse-7")).isTrue();
    assertThat(stored.matches("correct-Horse-8")).isFalse();
  }

  @Test
  void refusesFewIterations() {
    assertThatThrownBy(() -> PasswordHash.of("x", SALT, 1000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1000");
  }

  @Test
  void doesNotShowTheKey() {
    assertThat(PasswordHash.of("correct-Horse-7", SALT, 100_000).toString())
        .isEqualTo("PasswordHash[100000 iterations]");
  }
}
