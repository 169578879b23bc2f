package io.zhidun.service.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * A password's PBKDF2-HMAC-SM3 (RFC 8018, GB/T 32905) with its parameters, so that the number of
 * iterations can grow and old hashes still verify.
 */
record PasswordHash(int iterations, byte[] salt, byte[] key) {
  static final int SALT_BYTES = 16;
  static final int MIN_ITERATIONS = 100_000;

  private static final String SCHEME = "pbkdf2-hmac-sm3";
  private static final int KEY_BITS = 256;
  private static final int MAX_ITERATIONS = 10_000_000;

  PasswordHash {
    if (iterations < MIN_ITERATIONS || iterations > MAX_ITERATIONS) {
      throw new IllegalArgumentException(
          "iterations must be " + MIN_ITERATIONS + " to " + MAX_ITERATIONS + ", was " + iterations);
    }
    if (salt.length < SALT_BYTES) {
      throw new IllegalArgumentException(
          "a salt has at least " + SALT_BYTES + " bytes, this has " + salt.length);
    }
    salt = salt.clone();
    key = key.clone();
  }

  static PasswordHash of(String password, byte[] salt, int iterations) {
    return new PasswordHash(iterations, salt, derive(password, salt, iterations));
  }

  /** Reads {@code pbkdf2-hmac-sm3$iterations$salt$key}. */
  static PasswordHash parse(String text) {
    List<String> parts = List.of(text.split("\\$", -1));
    if (parts.size() != 4 || !parts.get(0).equals(SCHEME)) {
      throw new IllegalArgumentException("a stored password must read " + SCHEME + "$…$…$…");
    }
    Base64.Decoder decoder = Base64.getDecoder();
    return new PasswordHash(
        Integer.parseInt(parts.get(1)), decoder.decode(parts.get(2)), decoder.decode(parts.get(3)));
  }

  String encode() {
    Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
    return String.join(
        "$",
        SCHEME,
        Integer.toString(iterations),
        encoder.encodeToString(salt),
        encoder.encodeToString(key));
  }

  /** Compares in a time that does not depend on where the keys differ. */
  boolean matches(String password) {
    return MessageDigest.isEqual(key, derive(password, salt, iterations));
  }

  private static byte[] derive(String password, byte[] salt, int iterations) {
    PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SM3Digest());
    generator.init(password.getBytes(StandardCharsets.UTF_8), salt, iterations);
    return ((KeyParameter) generator.generateDerivedMacParameters(KEY_BITS)).getKey();
  }

  @Override
  public String toString() {
    return "PasswordHash[" + iterations + " iterations]";
  }
}
