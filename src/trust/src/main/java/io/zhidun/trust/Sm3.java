package io.zhidun.trust;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The SM3 digest of GB/T 32905-2016 (GM/T 0004-2012, ISO/IEC 10118-3): 32 bytes of any content. An
 * object digests one content after the other and belongs to one thread.
 */
public final class Sm3 {

  /** Bytes of a digest. */
  public static final int LENGTH = 32;

  private static final int BLOCK = 64;
  private static final int READ_BYTES = 1 << 16;
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /** The initial value of clause 4.1. */
  private static final int[] START = {
    0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e
  };

  /** The constants of clause 4.2, each turned left by the number of its round. */
  private static final int[] ROUND = roundConstants();

  private final int[] state = START.clone();
  private final int[] words = new int[68];
  private final byte[] buffer = new byte[BLOCK];
  private int buffered;
  private long length;

  /** Adds all bytes. */
  public Sm3 update(byte[] bytes) {
    return update(bytes, 0, bytes.length);
  }

  /** Adds {@code count} bytes from {@code offset}. */
  public Sm3 update(byte[] bytes, int offset, int count) {
    Objects.checkFromIndexSize(offset, count, bytes.length);
    length += count;
    int at = offset;
    int left = count;
    if (buffered > 0) {
      int taken = Math.min(left, BLOCK - buffered);
      System.arraycopy(bytes, at, buffer, buffered, taken);
      buffered += taken;
      at += taken;
      left -= taken;
      if (buffered < BLOCK) {
        return this;
      }
      compress(buffer, 0, 1);
      buffered = 0;
    }
    int blocks = left / BLOCK;
    compress(bytes, at, blocks);
    at += blocks * BLOCK;
    left -= blocks * BLOCK;
    System.arraycopy(bytes, at, buffer, 0, left);
    buffered = left;
    return this;
  }

  /** Adds one byte. */
  public Sm3 update(byte value) {
    length++;
    buffer[buffered++] = value;
    if (buffered == BLOCK) {
      compress(buffer, 0, 1);
      buffered = 0;
    }
    return this;
  }

  /** The digest of what was added; the object then stands at an empty content again. */
  public byte[] digest() {
    long bits = length << 3;
    buffer[buffered++] = (byte) 0x80;
    if (buffered > BLOCK - 8) {
      clear(buffer, buffered, BLOCK);
      compress(buffer, 0, 1);
      buffered = 0;
    }
    clear(buffer, buffered, BLOCK - 8);
    LONG.set(buffer, BLOCK - 8, bits);
    compress(buffer, 0, 1);
    byte[] digest = new byte[LENGTH];
    for (int i = 0; i < state.length; i++) {
      INT.set(digest, 4 * i, state[i]);
    }
    reset();
    return digest;
  }

  /** Forgets what was added. */
  public void reset() {
    System.arraycopy(START, 0, state, 0, state.length);
    buffered = 0;
    length = 0;
  }

  /** The digest of the contents, one after the other. */
  public static byte[] of(byte[]... contents) {
    Sm3 sm3 = new Sm3();
    for (byte[] content : contents) {
      sm3.update(content);
    }
    return sm3.digest();
  }

  /** The digest of the text's UTF-8 bytes. */
  public static byte[] of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The digest of what is left in the stream, which stays open. */
  public static byte[] of(InputStream in) throws IOException {
    Sm3 sm3 = new Sm3();
    byte[] bytes = new byte[READ_BYTES];
    for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
      sm3.update(bytes, 0, read);
    }
    return sm3.digest();
  }

  /** The digest of a file, read in pieces. */
  public static byte[] of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in);
    }
  }

  /** HMAC (GB/T 15852.2, RFC 2104) with SM3 over the contents, one after the other. */
  public static byte[] hmac(byte[] key, byte[]... contents) {
    byte[] block = new byte[BLOCK];
    byte[] shortened = key.length > BLOCK ? of(key) : key;
    System.arraycopy(shortened, 0, block, 0, shortened.length);
    Sm3 sm3 = new Sm3().update(xored(block, 0x36));
    for (byte[] content : contents) {
      sm3.update(content);
    }
    byte[] inner = sm3.digest();
    return sm3.update(xored(block, 0x5c)).update(inner).digest();
  }

  /** Lower-case hexadecimal digits, as digests are written everywhere. */
  public static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }

  private static byte[] xored(byte[] block, int value) {
    byte[] result = new byte[block.length];
    for (int i = 0; i < block.length; i++) {
      result[i] = (byte) (block[i] ^ value);
    }
    return result;
  }

  private static void clear(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      bytes[i] = 0;
    }
  }

  private static int[] roundConstants() {
    int[] constants = new int[64];
    for (int j = 0; j < constants.length; j++) {
      constants[j] = Integer.rotateLeft(j < 16 ? 0x79cc4519 : 0x7a879d8a, j);
    }
    return constants;
  }

  /**
   * Clause 5.3, four rounds a turn so that the eight words come back to their names and none is
   * moved: the digest is much of what a backup spends on a byte. What a round waits for, x and y,
   * is added last, since the compiler keeps the order of a sum.
   */
  private void compress(byte[] in, int offset, int blocks) {
    int[] w = words;
    int[] s = state;
    int p = offset;
    for (int n = 0; n < blocks; n++, p += BLOCK) {
      for (int j = 0; j < 16; j++) {
        w[j] = (int) INT.get(in, p + 4 * j);
      }
      for (int j = 16; j < 68; j++) {
        int x = w[j - 16] ^ w[j - 9] ^ Integer.rotateLeft(w[j - 3], 15);
        w[j] = p1(x) ^ Integer.rotateLeft(w[j - 13], 7) ^ w[j - 6];
      }
      rounds(s, w);
    }
  }

  private static void rounds(int[] s, int[] w) {
    int a = s[0];
    int b = s[1];
    int c = s[2];
    int d = s[3];
    int e = s[4];
    int f = s[5];
    int g = s[6];
    int h = s[7];
    int x;
    int y;
    for (int j = 0; j < 16; j += 4) {
      x = Integer.rotateLeft(a, 12);
      y = Integer.rotateLeft(x + (e + ROUND[j]), 7);
      h = p0((h + (e ^ f ^ g) + w[j]) + y);
      d = (d + (a ^ b ^ c) + (w[j] ^ w[j + 4])) + (y ^ x);
      b = Integer.rotateLeft(b, 9);
      f = Integer.rotateLeft(f, 19);
      x = Integer.rotateLeft(d, 12);
      y = Integer.rotateLeft(x + (h + ROUND[j + 1]), 7);
      g = p0((g + (h ^ e ^ f) + w[j + 1]) + y);
      c = (c + (d ^ a ^ b) + (w[j + 1] ^ w[j + 1 + 4])) + (y ^ x);
      a = Integer.rotateLeft(a, 9);
      e = Integer.rotateLeft(e, 19);
      x = Integer.rotateLeft(c, 12);
      y = Integer.rotateLeft(x + (g + ROUND[j + 2]), 7);
      f = p0((f + (g ^ h ^ e) + w[j + 2]) + y);
      b = (b + (c ^ d ^ a) + (w[j + 2] ^ w[j + 2 + 4])) + (y ^ x);
      d = Integer.rotateLeft(d, 9);
      h = Integer.rotateLeft(h, 19);
      x = Integer.rotateLeft(b, 12);
      y = Integer.rotateLeft(x + (f + ROUND[j + 3]), 7);
      e = p0((e + (f ^ g ^ h) + w[j + 3]) + y);
      a = (a + (b ^ c ^ d) + (w[j + 3] ^ w[j + 3 + 4])) + (y ^ x);
      c = Integer.rotateLeft(c, 9);
      g = Integer.rotateLeft(g, 19);
    }
    for (int j = 16; j < 64; j += 4) {
      x = Integer.rotateLeft(a, 12);
      y = Integer.rotateLeft(x + (e + ROUND[j]), 7);
      h = p0((h + choice(e, f, g) + w[j]) + y);
      d = (d + majority(a, b, c) + (w[j] ^ w[j + 4])) + (y ^ x);
      b = Integer.rotateLeft(b, 9);
      f = Integer.rotateLeft(f, 19);
      x = Integer.rotateLeft(d, 12);
      y = Integer.rotateLeft(x + (h + ROUND[j + 1]), 7);
      g = p0((g + choice(h, e, f) + w[j + 1]) + y);
      c = (c + majority(d, a, b) + (w[j + 1] ^ w[j + 1 + 4])) + (y ^ x);
      a = Integer.rotateLeft(a, 9);
      e = Integer.rotateLeft(e, 19);
      x = Integer.rotateLeft(c, 12);
      y = Integer.rotateLeft(x + (g + ROUND[j + 2]), 7);
      f = p0((f + choice(g, h, e) + w[j + 2]) + y);
      b = (b + majority(c, d, a) + (w[j + 2] ^ w[j + 2 + 4])) + (y ^ x);
      d = Integer.rotateLeft(d, 9);
      h = Integer.rotateLeft(h, 19);
      x = Integer.rotateLeft(b, 12);
      y = Integer.rotateLeft(x + (f + ROUND[j + 3]), 7);
      e = p0((e + choice(f, g, h) + w[j + 3]) + y);
      a = (a + majority(b, c, d) + (w[j + 3] ^ w[j + 3 + 4])) + (y ^ x);
      c = Integer.rotateLeft(c, 9);
      g = Integer.rotateLeft(g, 19);
    }
    s[0] ^= a;
    s[1] ^= b;
    s[2] ^= c;
    s[3] ^= d;
    s[4] ^= e;
    s[5] ^= f;
    s[6] ^= g;
    s[7] ^= h;
  }

  private static int p0(int x) {
    return x ^ Integer.rotateLeft(x, 9) ^ Integer.rotateLeft(x, 17);
  }

  private static int p1(int x) {
    return x ^ Integer.rotateLeft(x, 15) ^ Integer.rotateLeft(x, 23);
  }

  private static int majority(int x, int y, int z) {
    return (x & y) | (z & (x | y));
  }

  private static int choice(int x, int y, int z) {
    return (x & (y ^ z)) ^ z;
  }
}
