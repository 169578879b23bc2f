package io.zhidun.service.filingcase;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Draws filings for the sample by a keyed hash of their number: the same number is always drawn or
 * never, and nobody without the key can tell which.
 */
final class SampleDraw {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;
  private final double share;

  /**
   * @param share of all filings, 0 to 1
   */
  SampleDraw(byte[] key, double share) {
    this.key = new SecretKeySpec(key, ALGORITHM);
    this.share = share;
  }

  boolean draws(String applicationNumber) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] hash = mac.doFinal(applicationNumber.getBytes(StandardCharsets.UTF_8));
      // The upper 53 bits, as many as a double holds: even on [0, 1).
      return (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1.0p-53 < share;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }
}
