package io.zhidun.service.filingcase;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Texts as the tables hold them: deflated UTF-8. */
final class Deflated {
  /** What a column of H2 holds at most. */
  private static final int MOST = 1_000_000;

  /** What was stored was bounded when it came; this bounds what a damaged row may become. */
  private static final int MOST_INFLATED = 32 << 20;

  private Deflated() {}

  /**
   * @throws IllegalArgumentException when it does not fit its column
   */
  static byte[] of(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    if (bytes.size() > MOST) {
      throw new IllegalArgumentException(
          "deflated, a record has at most " + MOST + " bytes, this has " + bytes.size());
    }
    return bytes.toByteArray();
  }

  static String text(byte[] deflated) {
    Inflater inflater = new Inflater(true);
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated), inflater)) {
      return new String(in.readNBytes(MOST_INFLATED), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      inflater.end();
    }
  }
}
