package io.zhidun.trust.envelope;

import io.zhidun.trust.envelope.EnvelopeException.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Opens an envelope, segment by segment, in memory of two segments. No byte comes out that was not
 * authenticated; that all came out is known only when the end was read. For one thread.
 */
public final class EnvelopeInputStream extends InputStream {

  /** How far from its place a segment is looked for, to say that it was moved. */
  private static final int NEAR = 8;

  private final InputStream in;
  private final Segments segments;
  private final byte[] sealed;
  private final byte[] plain;
  private int carried;
  private long number;
  private int at;
  private int end;
  private boolean last;
  private @Nullable EnvelopeException failed;

  /** Opens an envelope that was sealed with no context. */
  public EnvelopeInputStream(InputStream in, KeyUnwrapper keys) throws IOException {
    this(in, keys, new byte[0]);
  }

  /**
   * Reads the header.
   *
   * @param in the envelope to its end; closed with this
   * @param context what it was sealed with
   * @throws EnvelopeException where no key opens it or the header was changed
   */
  public EnvelopeInputStream(InputStream in, KeyUnwrapper keys, byte[] context) throws IOException {
    this.in = in;
    EnvelopeHeader header = EnvelopeHeader.read(in);
    this.segments = new Segments(secret(header, keys), header.bytes(), context);
    byte[] tag = in.readNBytes(Segments.HEADER_TAG);
    if (tag.length < Segments.HEADER_TAG) {
      throw new EnvelopeException(Fault.TRUNCATED, "the envelope ends within its header");
    }
    if (!Arrays.equals(tag, segments.headerTag())) {
      throw new EnvelopeException(
          Fault.HEADER_CHANGED, "the header was changed, or the envelope is of another context");
    }
    this.plain = new byte[1 << header.segmentBits()];
    this.sealed = new byte[plain.length + Segments.TAG + 1];
  }

  private static byte[] secret(EnvelopeHeader header, KeyUnwrapper keys) throws EnvelopeException {
    @Nullable String tried = null;
    for (WrappedKey copy : header.copies()) {
      if (keys.holds(copy.keyId())) {
        byte[] secret = keys.unwrap(copy.keyId(), copy.wrapped()).orElse(null);
        if (secret != null && secret.length == DataKey.SECRET) {
          return secret;
        }
        tried = copy.keyId();
      }
    }
    if (tried != null) {
      throw new EnvelopeException(
          Fault.WRONG_KEY, "key " + tried + " does not open its copy of the data key");
    }
    throw new EnvelopeException(
        Fault.NO_KEY,
        "sealed for "
            + header.copies().stream().map(WrappedKey::keyId).toList()
            + ", none of which is held");
  }

  @Override
  public int read() throws IOException {
    return available() > 0 || fill() ? plain[at++] & 255 : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    Objects.checkFromIndexSize(offset, count, bytes.length);
    if (count == 0) {
      return 0;
    }
    if (available() == 0 && !fill()) {
      return -1;
    }
    int taken = Math.min(count, available());
    System.arraycopy(plain, at, bytes, offset, taken);
    at += taken;
    return taken;
  }

  @Override
  public int available() {
    return end - at;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /**
   * Opens the next segment that holds anything; false at the end. After a fault there is no next:
   * reading on would leave out what did not open.
   */
  private boolean fill() throws IOException {
    if (failed != null) {
      throw failed;
    }
    while (!last) {
      next();
      if (end > 0) {
        return true;
      }
    }
    return false;
  }

  /** A byte more than a segment is read: whether there is one tells whether this is the last. */
  private void next() throws IOException {
    int read = carried + in.readNBytes(sealed, carried, sealed.length - carried);
    boolean more = read == sealed.length;
    int count = more ? read - 1 : read;
    end = 0;
    at = 0;
    if (!segments.open(number, !more, sealed, count, plain)) {
      failed = fault(count, more);
      throw failed;
    }
    end = count - Segments.TAG;
    last = !more;
    carried = more ? 1 : 0;
    sealed[0] = sealed[sealed.length - 1];
    number++;
  }

  private EnvelopeException fault(int count, boolean more) {
    if (segments.open(number, more, sealed, count, plain)) {
      return more
          ? new EnvelopeException(
              Fault.TRAILING_BYTES, "bytes follow segment " + number + ", the last")
          : cut();
    }
    if (count < Segments.TAG) {
      return cut();
    }
    for (long other = Math.max(0, number - NEAR); other <= number + NEAR; other++) {
      if (segments.open(other, false, sealed, count, plain)
          || segments.open(other, true, sealed, count, plain)) {
        return new EnvelopeException(
            Fault.REORDERED, "segment %d stands in the place of %d".formatted(other, number));
      }
    }
    return new EnvelopeException(
        Fault.SEGMENT_CHANGED,
        "segment %d was changed%s"
            .formatted(number, more ? "" : ", or the envelope was cut off within it"));
  }

  private EnvelopeException cut() {
    return new EnvelopeException(
        Fault.TRUNCATED, "the envelope ends before its last segment, at segment " + number);
  }
}
