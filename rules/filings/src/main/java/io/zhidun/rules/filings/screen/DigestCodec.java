package io.zhidun.rules.filings.screen;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdDictDecompress;
import com.github.luben.zstd.ZstdException;
import io.zhidun.rules.filings.form.FilingLineWriter;
import io.zhidun.rules.filings.form.FilingLines;
import io.zhidun.rules.filings.form.FormRead;
import io.zhidun.rules.filings.form.Limits;
import io.zhidun.rules.filings.text.Digest;
import io.zhidun.rules.filings.text.Imprint;
import io.zhidun.rules.filings.text.ImprintCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Writes and reads a digest, version 2: the record's NDJSON without long texts as a frame of
 * Zstandard (RFC 8878) with a dictionary that was trained on simulated records, and the imprint.
 * What is written never holds a personal identifier, only hashes of them. For one thread.
 */
public final class DigestCodec {

  private static final byte VERSION = 2;
  private static final int HEAD = 5;
  private static final int LEVEL = 3;
  private static final Cleaner CLEANER = Cleaner.create();

  private final FilingLineWriter writer = FilingLineWriter.withoutTexts();
  private final FilingLines lines;
  private final ZstdCompressCtx packer = new ZstdCompressCtx();
  private final ZstdDecompressCtx unpacker = new ZstdDecompressCtx();
  private byte[] room = new byte[1 << 14];

  /**
   * @param key of the hashes of personal identifiers; in a digest all are hashes already
   */
  public DigestCodec(byte[] key) {
    lines = new FilingLines(key);
    packer.loadDict(Dictionary.PACKING).setChecksum(false).setDictID(false);
    unpacker.loadDict(Dictionary.UNPACKING);
    // Both hold memory outside of the heap, and a job that restarts throws its codecs away.
    CLEANER.register(this, new Release(packer, unpacker));
  }

  public byte[] write(Digest digest) {
    byte[] json = writer.write(digest.record());
    byte[] imprint = digest.imprint() == null ? new byte[0] : ImprintCodec.write(digest.imprint());
    int bound = (int) Zstd.compressBound(json.length);
    if (room.length < bound) {
      room = new byte[bound];
    }
    int packed = packer.compressByteArray(room, 0, room.length, json, 0, json.length);
    return ByteBuffer.allocate(HEAD + packed + imprint.length)
        .put(VERSION)
        .putInt(packed)
        .put(room, 0, packed)
        .put(imprint)
        .array();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException where the bytes are of another version, cut or damaged
   */
  public Digest read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      byte version = in.get();
      if (version != VERSION) {
        throw new IllegalArgumentException("digest of version " + version + ", not " + VERSION);
      }
      byte[] json = unpack(in);
      byte[] rest = new byte[in.remaining()];
      in.get(rest);
      FormRead read = lines.read(json);
      if (read.records().size() != 1) {
        throw new IllegalArgumentException("digest with " + read.faults());
      }
      Imprint imprint = rest.length == 0 ? null : ImprintCodec.read(rest);
      return new Digest(read.records().get(0), imprint);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("digest of " + bytes.length + " bytes is cut", e);
    }
  }

  private byte[] unpack(ByteBuffer in) {
    int packed = in.getInt();
    if (packed < 0 || packed > in.remaining()) {
      throw new IllegalArgumentException(
          "digest names a frame of " + packed + " bytes where " + in.remaining() + " are left");
    }
    int from = in.arrayOffset() + in.position();
    in.position(in.position() + packed);
    try {
      long length = Zstd.getFrameContentSize(in.array(), from, packed);
      if (length < 0 || length > Limits.LINE_BYTES) {
        throw new IllegalArgumentException("digest names a record of " + length + " bytes");
      }
      byte[] json = new byte[(int) length];
      int size = unpacker.decompressByteArray(json, 0, json.length, in.array(), from, packed);
      if (size != length) {
        throw new IllegalArgumentException("digest of " + length + " bytes ends at " + size);
      }
      return json;
    } catch (ZstdException e) {
      throw new IllegalArgumentException("digest is damaged", e);
    }
  }

  /** Fixed for version 2: what was written cannot be read with another one. */
  private static final class Dictionary {
    private static final byte[] BYTES = bytes();
    static final ZstdDictCompress PACKING = new ZstdDictCompress(BYTES, LEVEL);
    static final ZstdDictDecompress UNPACKING = new ZstdDictDecompress(BYTES);

    private Dictionary() {}

    private static byte[] bytes() {
      try (InputStream in = DigestCodec.class.getResourceAsStream("digest.zdict")) {
        if (in == null) {
          throw new IllegalStateException("digest.zdict is not on the class path");
        }
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private record Release(ZstdCompressCtx packer, ZstdDecompressCtx unpacker) implements Runnable {
    @Override
    public void run() {
      packer.close();
      unpacker.close();
    }
  }
}
