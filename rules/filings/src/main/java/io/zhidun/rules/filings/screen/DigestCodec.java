package io.zhidun.rules.filings.screen;

import io.zhidun.rules.filings.form.FilingLineWriter;
import io.zhidun.rules.filings.form.FilingLines;
import io.zhidun.rules.filings.form.FormRead;
import io.zhidun.rules.filings.text.Digest;
import io.zhidun.rules.filings.text.Imprint;
import io.zhidun.rules.filings.text.ImprintCodec;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Writes and reads a digest, version 1: the record's NDJSON without long texts, and the imprint.
 * What is written never holds a personal identifier, only hashes of them.
 */
public final class DigestCodec {

  private static final byte VERSION = 1;

  private final FilingLineWriter writer = FilingLineWriter.withoutTexts();
  private final FilingLines lines;

  /**
   * @param key of the hashes of personal identifiers; in a digest all are hashes already
   */
  public DigestCodec(byte[] key) {
    lines = new FilingLines(key);
  }

  public byte[] write(Digest digest) {
    byte[] json = writer.write(digest.record());
    byte[] imprint = digest.imprint() == null ? new byte[0] : ImprintCodec.write(digest.imprint());
    return ByteBuffer.allocate(5 + json.length + imprint.length)
        .put(VERSION)
        .putInt(json.length)
        .put(json)
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
      byte[] json = new byte[length(in)];
      in.get(json);
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

  private static int length(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("digest names a record of " + length + " bytes");
    }
    return length;
  }
}
