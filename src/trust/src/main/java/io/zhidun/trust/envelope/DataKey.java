package io.zhidun.trust.envelope;

import io.zhidun.trust.sm2.Sm2PublicKey;
import java.security.SecureRandom;
import java.util.List;

/**
 * A secret of 32 bytes and its copies wrapped with SM2, one for each recipient. One may seal any
 * number of envelopes, as each of them derives a key of its own.
 */
public final class DataKey {

  /** The most that one envelope can be sealed for. */
  public static final int MOST_RECIPIENTS = 16;

  static final int SECRET = 32;

  private final byte[] secret;
  private final List<WrappedKey> copies;

  private DataKey(byte[] secret, List<WrappedKey> copies) {
    this.secret = secret;
    this.copies = copies;
  }

  /** A new secret for one to sixteen recipients, any of whom can open what it seals. */
  public static DataKey generate(List<Sm2PublicKey> recipients, SecureRandom random) {
    if (recipients.isEmpty() || recipients.size() > MOST_RECIPIENTS) {
      throw new IllegalArgumentException(
          "an envelope has 1 to %d recipients, not %d"
              .formatted(MOST_RECIPIENTS, recipients.size()));
    }
    byte[] secret = new byte[SECRET];
    random.nextBytes(secret);
    List<WrappedKey> copies =
        recipients.stream()
            .map(key -> new WrappedKey(key.id(), key.encrypt(secret, random)))
            .toList();
    return new DataKey(secret, copies);
  }

  byte[] secret() {
    return secret;
  }

  List<WrappedKey> copies() {
    return copies;
  }

  @Override
  public String toString() {
    return "data key for " + copies.stream().map(WrappedKey::keyId).toList();
  }
}
