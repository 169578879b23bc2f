package io.zhidun.trust.sm4;

import java.util.Objects;

/**
 * SM4 in Galois/counter mode (NIST SP 800-38D; SM4-GCM as in RFC 8998) under one key, with nonces
 * of 12 bytes and tags of 16. A nonce must never seal two texts under one key. Safe for many
 * threads.
 */
public final class Sm4Gcm {

  /** Bytes of a nonce. */
  public static final int NONCE = 12;

  /** Bytes of a tag. */
  public static final int TAG = 16;

  private final Sm4 cipher;
  private final Ghash ghash;

  /**
   * @param key 16 bytes
   */
  public Sm4Gcm(byte[] key) {
    this.cipher = new Sm4(key);
    byte[] hashKey = new byte[Sm4.BLOCK];
    cipher.encrypt(hashKey, 0, hashKey, 0);
    this.ghash = new Ghash(hashKey);
  }

  /** Seals {@code count} bytes into {@code count + 16}; the two places may be the same. */
  public void seal(
      byte[] nonce,
      byte[] additional,
      byte[] in,
      int inOffset,
      int count,
      byte[] out,
      int outOffset) {
    Objects.checkFromIndexSize(outOffset, count + TAG, out.length);
    byte[] counter = counter(nonce, 2);
    cipher.counter(counter, in, inOffset, out, outOffset, count);
    byte[] tag = tag(nonce, additional, out, outOffset, count);
    System.arraycopy(tag, 0, out, outOffset + count, TAG);
  }

  /**
   * Opens {@code count} bytes, the last 16 of which are the tag, into {@code count - 16}.
   *
   * @return false where the tag is wrong; nothing was written then
   */
  public boolean open(
      byte[] nonce,
      byte[] additional,
      byte[] in,
      int inOffset,
      int count,
      byte[] out,
      int outOffset) {
    Objects.checkFromIndexSize(inOffset, count, in.length);
    if (count < TAG) {
      return false;
    }
    int text = count - TAG;
    byte[] tag = tag(nonce, additional, in, inOffset, text);
    int difference = 0;
    for (int i = 0; i < TAG; i++) {
      difference |= tag[i] ^ in[inOffset + text + i];
    }
    if (difference != 0) {
      return false;
    }
    cipher.counter(counter(nonce, 2), in, inOffset, out, outOffset, text);
    return true;
  }

  /** Seals a whole text. */
  public byte[] seal(byte[] nonce, byte[] additional, byte[] text) {
    byte[] sealed = new byte[text.length + TAG];
    seal(nonce, additional, text, 0, text.length, sealed, 0);
    return sealed;
  }

  private byte[] tag(byte[] nonce, byte[] additional, byte[] text, int offset, int count) {
    byte[] tag = new byte[TAG];
    ghash.hash(additional, text, offset, count, tag);
    cipher.counter(counter(nonce, 1), tag, 0, tag, 0, TAG);
    return tag;
  }

  private static byte[] counter(byte[] nonce, int value) {
    if (nonce.length != NONCE) {
      throw new IllegalArgumentException("a nonce has 12 bytes, this one has " + nonce.length);
    }
    byte[] counter = new byte[Sm4.BLOCK];
    System.arraycopy(nonce, 0, counter, 0, NONCE);
    counter[Sm4.BLOCK - 1] = (byte) value;
    return counter;
  }
}
