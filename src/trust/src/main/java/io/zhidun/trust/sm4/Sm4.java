package io.zhidun.trust.sm4;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * The SM4 block cipher of GB/T 32907-2016 (GM/T 0002-2012, ISO/IEC 18033-3) under one key. Only the
 * forward direction: counter mode and GCM need no other. Safe for many threads.
 *
 * <p>The S-box and the linear map L are one look-up in four tables of 256 words, and counter mode
 * works on four blocks at once, as a round's look-ups wait for those of the round before it. The
 * look-ups depend on key and data: whoever can time the caches of this machine is not kept out.
 */
public final class Sm4 {

  /** Bytes of a key and of a block. */
  public static final int BLOCK = 16;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private static final int ROUNDS = 32;
  private static final byte[] SBOX = sbox();
  private static final int[] T0 = table(0);
  private static final int[] T1 = table(8);
  private static final int[] T2 = table(16);
  private static final int[] T3 = table(24);

  /** The system parameter FK of clause 7.3.3. */
  private static final int[] FK = {0xa3b1bac6, 0x56aa3350, 0x677d9197, 0xb27022dc};

  private final int[] roundKeys;

  /**
   * @param key 16 bytes
   */
  public Sm4(byte[] key) {
    if (key.length != BLOCK) {
      throw new IllegalArgumentException("an SM4 key has 16 bytes, this one has " + key.length);
    }
    this.roundKeys = expand(key);
  }

  /** Encrypts one block of 16 bytes; the two places may be the same. */
  public void encrypt(byte[] in, int inOffset, byte[] out, int outOffset) {
    int a = (int) INT.get(in, inOffset);
    int b = (int) INT.get(in, inOffset + 4);
    int c = (int) INT.get(in, inOffset + 8);
    int d = (int) INT.get(in, inOffset + 12);
    for (int r = 0; r < ROUNDS; r += 4) {
      a ^= t(b ^ c ^ d ^ roundKeys[r]);
      b ^= t(c ^ d ^ a ^ roundKeys[r + 1]);
      c ^= t(d ^ a ^ b ^ roundKeys[r + 2]);
      d ^= t(a ^ b ^ c ^ roundKeys[r + 3]);
    }
    INT.set(out, outOffset, d);
    INT.set(out, outOffset + 4, c);
    INT.set(out, outOffset + 8, b);
    INT.set(out, outOffset + 12, a);
  }

  /**
   * Counter mode: xors the key stream to {@code count} bytes. The counter is the last four bytes of
   * the 16-byte block and wraps alone, as GCM has it (NIST SP 800-38D, clause 6.5).
   */
  public void counter(
      byte[] counter, byte[] in, int inOffset, byte[] out, int outOffset, int count) {
    Objects.checkFromIndexSize(inOffset, count, in.length);
    Objects.checkFromIndexSize(outOffset, count, out.length);
    int first = (int) INT.get(counter, 12);
    int quads = count / (4 * BLOCK);
    fourAtOnce(counter, first, in, inOffset, out, outOffset, quads);
    int done = quads * 4 * BLOCK;
    byte[] block = counter.clone();
    byte[] stream = new byte[BLOCK];
    for (int next = first + quads * 4; done < count; next++) {
      INT.set(block, 12, next);
      encrypt(block, 0, stream, 0);
      int end = Math.min(count - done, BLOCK);
      for (int i = 0; i < end; i++) {
        out[outOffset + done + i] = (byte) (in[inOffset + done + i] ^ stream[i]);
      }
      done += end;
    }
  }

  private void fourAtOnce(
      byte[] counter, int first, byte[] in, int inOffset, byte[] out, int outOffset, int quads) {
    final int[] rk = roundKeys;
    final int c0 = (int) INT.get(counter, 0);
    final int c1 = (int) INT.get(counter, 4);
    final int c2 = (int) INT.get(counter, 8);
    int next = first;
    int ip = inOffset;
    int op = outOffset;
    for (int n = 0; n < quads; n++) {
      int w0 = c0;
      int x0 = c1;
      int y0 = c2;
      int z0 = next++;
      int w1 = c0;
      int x1 = c1;
      int y1 = c2;
      int z1 = next++;
      int w2 = c0;
      int x2 = c1;
      int y2 = c2;
      int z2 = next++;
      int w3 = c0;
      int x3 = c1;
      int y3 = c2;
      int z3 = next++;
      for (int r = 0; r < ROUNDS; r += 4) {
        int k0 = rk[r];
        w0 ^= t(x0 ^ y0 ^ z0 ^ k0);
        w1 ^= t(x1 ^ y1 ^ z1 ^ k0);
        w2 ^= t(x2 ^ y2 ^ z2 ^ k0);
        w3 ^= t(x3 ^ y3 ^ z3 ^ k0);
        int k1 = rk[r + 1];
        x0 ^= t(y0 ^ z0 ^ w0 ^ k1);
        x1 ^= t(y1 ^ z1 ^ w1 ^ k1);
        x2 ^= t(y2 ^ z2 ^ w2 ^ k1);
        x3 ^= t(y3 ^ z3 ^ w3 ^ k1);
        int k2 = rk[r + 2];
        y0 ^= t(z0 ^ w0 ^ x0 ^ k2);
        y1 ^= t(z1 ^ w1 ^ x1 ^ k2);
        y2 ^= t(z2 ^ w2 ^ x2 ^ k2);
        y3 ^= t(z3 ^ w3 ^ x3 ^ k2);
        int k3 = rk[r + 3];
        z0 ^= t(w0 ^ x0 ^ y0 ^ k3);
        z1 ^= t(w1 ^ x1 ^ y1 ^ k3);
        z2 ^= t(w2 ^ x2 ^ y2 ^ k3);
        z3 ^= t(w3 ^ x3 ^ y3 ^ k3);
      }
      xor(in, ip, out, op, z0, y0, x0, w0);
      xor(in, ip + 16, out, op + 16, z1, y1, x1, w1);
      xor(in, ip + 32, out, op + 32, z2, y2, x2, w2);
      xor(in, ip + 48, out, op + 48, z3, y3, x3, w3);
      ip += 4 * BLOCK;
      op += 4 * BLOCK;
    }
  }

  private static void xor(
      byte[] in, int inOffset, byte[] out, int outOffset, int a, int b, int c, int d) {
    INT.set(out, outOffset, (int) INT.get(in, inOffset) ^ a);
    INT.set(out, outOffset + 4, (int) INT.get(in, inOffset + 4) ^ b);
    INT.set(out, outOffset + 8, (int) INT.get(in, inOffset + 8) ^ c);
    INT.set(out, outOffset + 12, (int) INT.get(in, inOffset + 12) ^ d);
  }

  private static int t(int x) {
    return T0[x >>> 24] ^ T1[(x >>> 16) & 255] ^ T2[(x >>> 8) & 255] ^ T3[x & 255];
  }

  /** Clause 7.3: as a round, with another linear map. */
  private static int[] expand(byte[] key) {
    int[] k = new int[4];
    for (int i = 0; i < 4; i++) {
      k[i] = (int) INT.get(key, 4 * i) ^ FK[i];
    }
    int[] keys = new int[ROUNDS];
    for (int r = 0; r < ROUNDS; r++) {
      int s = substitute(k[(r + 1) & 3] ^ k[(r + 2) & 3] ^ k[(r + 3) & 3] ^ ck(r));
      k[r & 3] ^= s ^ Integer.rotateLeft(s, 13) ^ Integer.rotateLeft(s, 23);
      keys[r] = k[r & 3];
    }
    return keys;
  }

  /** The fixed parameter CK: byte j of word i is 7 (4 i + j) mod 256. */
  private static int ck(int i) {
    int word = 0;
    for (int j = 0; j < 4; j++) {
      word = word << 8 | ((4 * i + j) * 7 & 255);
    }
    return word;
  }

  private static int substitute(int x) {
    return (SBOX[x >>> 24] & 255) << 24
        | (SBOX[(x >>> 16) & 255] & 255) << 16
        | (SBOX[(x >>> 8) & 255] & 255) << 8
        | (SBOX[x & 255] & 255);
  }

  private static int[] table(int turn) {
    int[] table = new int[256];
    for (int x = 0; x < 256; x++) {
      int s = (SBOX[x] & 255) << 24;
      int mixed =
          s
              ^ Integer.rotateLeft(s, 2)
              ^ Integer.rotateLeft(s, 10)
              ^ Integer.rotateLeft(s, 18)
              ^ Integer.rotateLeft(s, 24);
      table[x] = Integer.rotateRight(mixed, turn);
    }
    return table;
  }

  /**
   * The S-box by its algebra instead of by 256 numbers: an affine map, the inverse in GF(2^8)
   * modulo x^8 + x^7 + x^6 + x^5 + x^4 + x^2 + 1, the same affine map again (Liu et al., "Analysis
   * of the SMS4 block cipher", 2007).
   */
  private static byte[] sbox() {
    byte[] box = new byte[256];
    for (int x = 0; x < 256; x++) {
      box[x] = (byte) affine(inverse(affine(x)));
    }
    return box;
  }

  private static int affine(int x) {
    int result = 0;
    for (int i = 0; i < 8; i++) {
      int row = (0xa7 << i | 0xa7 >>> (8 - i)) & 255;
      result |= (Integer.bitCount(x & row) & 1) << i;
    }
    return result ^ 0xd3;
  }

  private static int inverse(int x) {
    int result = x;
    for (int i = 0; i < 6; i++) { // x^254 is the inverse of x, and of 0 it is 0
      result = multiply(multiply(result, result), x);
    }
    return multiply(result, result);
  }

  private static int multiply(int a, int b) {
    int product = 0;
    int shifted = a;
    for (int bits = b; bits != 0; bits >>= 1) {
      product ^= (bits & 1) != 0 ? shifted : 0;
      shifted <<= 1;
      shifted ^= (shifted & 0x100) != 0 ? 0x1f5 : 0;
    }
    return product;
  }
}
