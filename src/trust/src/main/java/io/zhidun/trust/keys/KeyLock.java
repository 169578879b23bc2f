package io.zhidun.trust.keys;

import io.zhidun.trust.Sm3;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/** What opens a vault's file: the key of its encryption, from a secret that lies elsewhere. */
public interface KeyLock {

  /** Which kind of lock, as the vault's file says it. */
  Kind kind();

  /**
   * The key of 16 bytes.
   *
   * @param salt of the vault's file, 16 bytes
   * @param iterations of the vault's file; only a passphrase is stretched
   * @throws KeyVaultException where the secret is missing or readable by others
   */
  byte[] key(byte[] salt, int iterations) throws IOException;

  /** Kinds of locks and their numbers in the file. */
  enum Kind {
    KEY_FILE(1),
    PASSPHRASE(2),
    PKCS11(3);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }
  }

  /** A file of 32 random bytes that only its owner can read. */
  static KeyLock keyFile(Path file) {
    return new FileLock(Kind.KEY_FILE, file, FileLock::fromKeyFile);
  }

  /** Writes a new key file; fails where one is. */
  static KeyLock newKeyFile(Path file, SecureRandom random) throws IOException {
    byte[] key = new byte[FileLock.KEY_BYTES];
    random.nextBytes(key);
    OwnerOnly.write(file, key);
    return keyFile(file);
  }

  /**
   * A file whose first line is a passphrase of at least 12 characters and that only its owner can
   * read; stretched with PBKDF2 (RFC 8018) over HMAC-SM3.
   */
  static KeyLock passphraseFile(Path file) {
    return new FileLock(Kind.PASSPHRASE, file, FileLock::fromPassphrase);
  }

  /**
   * An AES key in a token, used through the JDK's provider SunPKCS11.
   *
   * @param configuration of that provider: name, library, slot
   * @param pinFile holds the token's PIN; only its owner can read it
   * @param alias label of the AES key
   */
  static KeyLock pkcs11(Path configuration, Path pinFile, String alias) {
    return new Pkcs11Lock(configuration, pinFile, alias);
  }

  /** A lock over a secret in a file. */
  record FileLock(Kind kind, Path file, Derivation derivation) implements KeyLock {
    static final int KEY_BYTES = 32;
    private static final int LEAST_CHARACTERS = 12;
    private static final int MOST_BYTES = 4096;
    private static final byte[] LABEL = "zhidun vault 1".getBytes(StandardCharsets.US_ASCII);

    @Override
    public byte[] key(byte[] salt, int iterations) throws IOException {
      return derivation.key(this, OwnerOnly.read(file, MOST_BYTES), salt, iterations);
    }

    private static byte[] fromKeyFile(FileLock lock, byte[] secret, byte[] salt, int iterations)
        throws IOException {
      if (secret.length != KEY_BYTES) {
        throw new KeyVaultException(
            "%s: a key file has %d bytes, this one has %d"
                .formatted(lock.file, KEY_BYTES, secret.length));
      }
      return Arrays.copyOf(Sm3.hmac(secret, LABEL, salt), 16);
    }

    private static byte[] fromPassphrase(FileLock lock, byte[] secret, byte[] salt, int iterations)
        throws IOException {
      String passphrase = new String(secret, StandardCharsets.UTF_8).lines().findFirst().orElse("");
      if (passphrase.length() < LEAST_CHARACTERS) {
        throw new KeyVaultException(
            "%s: a passphrase has at least %d characters, this one has %d"
                .formatted(lock.file, LEAST_CHARACTERS, passphrase.length()));
      }
      PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SM3Digest());
      generator.init(passphrase.getBytes(StandardCharsets.UTF_8), salt, iterations);
      return ((KeyParameter) generator.generateDerivedMacParameters(128)).getKey();
    }
  }

  /** From the bytes of a file to a key. */
  interface Derivation {
    byte[] key(FileLock lock, byte[] secret, byte[] salt, int iterations) throws IOException;
  }
}
