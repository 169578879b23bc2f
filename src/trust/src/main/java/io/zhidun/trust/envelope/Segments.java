package io.zhidun.trust.envelope;

import io.zhidun.trust.Sm3;
import io.zhidun.trust.sm4.Sm4Gcm;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Seals and opens the segments of one envelope: the STREAM construction (Hoang, Reyhanitabar,
 * Rogaway and Vizár, "Online authenticated-encryption and its nonce-reuse misuse-resistance",
 * 2015). A nonce is a prefix (7 bytes), the segment's number (4) and whether it is the last (1), so
 * that segments cannot be cut off, reordered or moved to another envelope. Key and prefix are
 * derived from the data key, the header with its random salt, and the context.
 */
final class Segments {
  static final int TAG = Sm4Gcm.TAG;

  /** Bytes of the header's tag. */
  static final int HEADER_TAG = 16;

  /** Numbers are 4 bytes, the last of which no segment gets. */
  static final long MOST_SEGMENTS = 0xffff_ffffL;

  private static final int PREFIX = 7;
  private static final byte[] KEY_LABEL = label("zhidun envelope 1 key");
  private static final byte[] TAG_LABEL = label("zhidun envelope 1 header");

  private final Sm4Gcm gcm;
  private final byte[] prefix;
  private final byte[] headerDigest;
  private final byte[] headerTag;

  Segments(byte[] secret, byte[] header, byte[] context) {
    this.headerDigest = Sm3.of(header);
    byte[] contextDigest = Sm3.of(context);
    byte[] derived = Sm3.hmac(secret, KEY_LABEL, headerDigest, contextDigest);
    this.gcm = new Sm4Gcm(Arrays.copyOf(derived, 16));
    this.prefix = Arrays.copyOfRange(derived, 16, 16 + PREFIX);
    this.headerTag =
        Arrays.copyOf(Sm3.hmac(secret, TAG_LABEL, headerDigest, contextDigest), HEADER_TAG);
  }

  byte[] headerTag() {
    return headerTag.clone();
  }

  void seal(long number, boolean last, byte[] in, int offset, int count, byte[] out) {
    gcm.seal(nonce(number, last), headerDigest, in, offset, count, out, 0);
  }

  boolean open(long number, boolean last, byte[] in, int count, byte[] out) {
    return gcm.open(nonce(number, last), headerDigest, in, 0, count, out, 0);
  }

  private byte[] nonce(long number, boolean last) {
    byte[] nonce = Arrays.copyOf(prefix, Sm4Gcm.NONCE);
    for (int i = 0; i < 4; i++) {
      nonce[PREFIX + i] = (byte) (number >>> (24 - 8 * i));
    }
    nonce[Sm4Gcm.NONCE - 1] = (byte) (last ? 1 : 0);
    return nonce;
  }

  private static byte[] label(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
