package io.zhidun.backup.repository;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import io.zhidun.trust.Sm3;
import io.zhidun.trust.envelope.DataKey;
import io.zhidun.trust.envelope.EnvelopeOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;

/**
 * Turns the bytes of a chunk into the object that is stored: one zstd frame in one envelope, whose
 * context is the chunk's place. So each chunk can be opened alone, and in its place only. For one
 * thread; holds two buffers of a chunk's size.
 */
final class ChunkSealer implements AutoCloseable {
  /**
   * Below zstd's own of 3: that costs a quarter more time here, more than the sealing of the few
   * percent that it saves at best.
   */
  private static final int LEVEL = 2;

  private final DataKey key;
  private final SecureRandom random;
  private final ZstdCompressCtx zstd = new ZstdCompressCtx();
  private final byte[] compressed;
  private final Sink sealed;
  private final Sm3 sm3 = new Sm3();

  ChunkSealer(int chunkSize, DataKey key, SecureRandom random) {
    this.key = key;
    this.random = random;
    this.compressed = new byte[(int) Zstd.compressBound(chunkSize)];
    this.sealed = new Sink(compressed.length + compressed.length / 1024 + (16 << 10));
    zstd.setLevel(LEVEL);
  }

  /** Seals; what came out stays in {@link #bytes()} until the next call. */
  void seal(byte[] plain, int length, byte[] context) throws IOException {
    int count = zstd.compressByteArray(compressed, 0, compressed.length, plain, 0, length);
    sealed.count = 0;
    try (EnvelopeOutputStream envelope =
        new EnvelopeOutputStream(
            sealed, key, context, EnvelopeOutputStream.DEFAULT_SEGMENT_BITS, random)) {
      envelope.write(compressed, 0, count);
      envelope.finish();
    }
  }

  byte[] bytes() {
    return sealed.bytes;
  }

  int size() {
    return sealed.count;
  }

  String digest() {
    return Sm3.hex(sm3.update(sealed.bytes, 0, sealed.count).digest());
  }

  @Override
  public void close() {
    zstd.close();
  }

  /** An array that is written from its beginning and never grows. */
  private static final class Sink extends OutputStream {
    private final byte[] bytes;
    private int count;

    Sink(int size) {
      this.bytes = new byte[size];
    }

    @Override
    public void write(int value) {
      bytes[count++] = (byte) value;
    }

    @Override
    public void write(byte[] from, int offset, int length) {
      System.arraycopy(from, offset, bytes, count, length);
      count += length;
    }
  }
}
