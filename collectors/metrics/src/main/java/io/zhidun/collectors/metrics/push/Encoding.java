package io.zhidun.collectors.metrics.push;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.xerial.snappy.Snappy;

/** Decompresses bodies; never to more than is allowed. */
final class Encoding {
  /** Three bytes of Snappy's block form give 64 at most. */
  private static final int MOST_SNAPPY_RATIO = 22;

  private static final int STEP = 64 << 10;

  private Encoding() {}

  /**
   * A block of Snappy. What it says of its length is believed only when it may be, before memory is
   * taken for it.
   */
  static byte[] snappy(byte[] body, int length, int most) throws RefusedException {
    try {
      int announced = Snappy.uncompressedLength(body, 0, length);
      if (announced < 0 || announced > most) {
        throw tooLarge(most);
      }
      if (announced > (long) MOST_SNAPPY_RATIO * length) {
        throw new RefusedException(
            Outcome.BAD_REQUEST,
            "%d bytes of Snappy cannot become %d".formatted(length, announced));
      }
      byte[] plain = new byte[announced];
      int written = Snappy.uncompress(body, 0, length, plain, 0);
      if (written != announced) {
        throw new RefusedException(Outcome.BAD_REQUEST, "the Snappy block is shorter than it says");
      }
      return plain;
    } catch (IOException | RuntimeException e) {
      throw new RefusedException(Outcome.BAD_REQUEST, "the body is no Snappy block");
    }
  }

  /** A gzip stream (RFC 1952). */
  static byte[] gzip(byte[] body, int length, int most) throws RefusedException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body, 0, length))) {
      byte[] plain = new byte[Math.min(most, STEP)];
      int read = 0;
      while (true) {
        int count = in.read(plain, read, plain.length - read);
        if (count < 0) {
          return Arrays.copyOf(plain, read);
        }
        read += count;
        if (read == plain.length) {
          if (read == most) {
            throw tooLarge(most);
          }
          plain = Arrays.copyOf(plain, Math.min(most, 2 * read));
        }
      }
    } catch (IOException e) {
      throw new RefusedException(Outcome.BAD_REQUEST, "the body is no gzip: " + e.getMessage());
    }
  }

  private static RefusedException tooLarge(int most) {
    return new RefusedException(
        Outcome.TOO_LARGE, "a body may have " + most + " bytes, decompressed");
  }
}
