package io.zhidun.trust.envelope;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Objects;

/**
 * Seals what is written to it, segment by segment, in memory of two segments. Call {@link #finish}
 * when all is written: closing alone leaves an envelope that does not open, so that a writer that
 * failed half way cannot leave half a content that looks whole. For one thread.
 */
public final class EnvelopeOutputStream extends OutputStream {

  /** Segments of 64 KiB: larger ones are not faster, smaller ones are. See the README's figures. */
  public static final int DEFAULT_SEGMENT_BITS = 16;

  private final OutputStream out;
  private final Segments segments;
  private final byte[] plain;
  private final byte[] sealed;
  private int buffered;
  private long number;
  private boolean finished;

  /**
   * Seals with segments of the default size and no context.
   *
   * @throws IOException where the header cannot be written
   */
  public EnvelopeOutputStream(OutputStream out, DataKey key, SecureRandom random)
      throws IOException {
    this(out, key, new byte[0], DEFAULT_SEGMENT_BITS, random);
  }

  /**
   * @param out takes the envelope; closed with this
   * @param context what the reader must know to open it, such as the name of a chunk; not stored
   * @param segmentBits binary logarithm of a segment's bytes, 12 to 22
   * @throws IOException where the header cannot be written
   */
  public EnvelopeOutputStream(
      OutputStream out, DataKey key, byte[] context, int segmentBits, SecureRandom random)
      throws IOException {
    this.out = out;
    byte[] header = EnvelopeHeader.of(segmentBits, key, random).bytes();
    this.segments = new Segments(key.secret(), header, context);
    this.plain = new byte[1 << segmentBits];
    this.sealed = new byte[plain.length + Segments.TAG];
    out.write(header);
    out.write(segments.headerTag());
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    Objects.checkFromIndexSize(offset, count, bytes.length);
    if (finished) {
      throw new IOException("the envelope is finished");
    }
    int at = offset;
    int left = count;
    while (left > 0) {
      if (buffered == plain.length) {
        seal(plain, 0, plain.length, false);
        buffered = 0;
      }
      if (buffered == 0 && left > plain.length) { // more follows, so this is not the last
        seal(bytes, at, plain.length, false);
        at += plain.length;
        left -= plain.length;
        continue;
      }
      int taken = Math.min(left, plain.length - buffered);
      System.arraycopy(bytes, at, plain, buffered, taken);
      buffered += taken;
      at += taken;
      left -= taken;
    }
  }

  /** Seals the last segment and hands all to the stream below, which stays open. */
  public void finish() throws IOException {
    if (!finished) {
      finished = true;
      seal(plain, 0, buffered, true);
      out.flush();
    }
  }

  /** Hands whole segments on; what is in a begun segment stays here. */
  @Override
  public void flush() throws IOException {
    out.flush();
  }

  /** Closes the stream below. Without {@link #finish} before it the envelope is cut off. */
  @Override
  public void close() throws IOException {
    finished = true;
    out.close();
  }

  private void seal(byte[] bytes, int offset, int count, boolean last) throws IOException {
    if (number == Segments.MOST_SEGMENTS) {
      throw new IOException("an envelope has at most " + Segments.MOST_SEGMENTS + " segments");
    }
    segments.seal(number++, last, bytes, offset, count, sealed);
    out.write(sealed, 0, count + Segments.TAG);
  }
}
