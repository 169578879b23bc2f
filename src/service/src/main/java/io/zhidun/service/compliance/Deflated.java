package io.zhidun.service.compliance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Assessments as columns hold them: JSON of thousands of like lines shrinks to a twentieth. */
final class Deflated {
  private static final int MOST_BYTES = 256 << 20;

  private Deflated() {}

  static byte[] of(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] inflate(byte[] deflated) {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
      byte[] plain = in.readNBytes(MOST_BYTES + 1);
      if (plain.length > MOST_BYTES) {
        throw new IllegalStateException("an assessment of more than " + MOST_BYTES + " bytes");
      }
      return plain;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
