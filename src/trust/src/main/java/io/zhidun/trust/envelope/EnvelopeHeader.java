package io.zhidun.trust.envelope;

import io.zhidun.trust.envelope.EnvelopeException.Fault;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * What stands before the segments: magic (8 bytes), binary logarithm of the segment's size (1),
 * number of recipients (1), salt (16), for each recipient the key id (16), a length (2) and the
 * wrapped secret. A tag over all this follows.
 */
record EnvelopeHeader(int segmentBits, byte[] salt, List<WrappedKey> copies) {
  static final int LEAST_BITS = 12;
  static final int MOST_BITS = 22;

  private static final byte[] MAGIC = "ZHIDUNE1".getBytes(StandardCharsets.US_ASCII);
  private static final int SALT = 16;
  private static final int KEY_ID = 16;
  private static final int MOST_WRAPPED = 256;

  static EnvelopeHeader of(int segmentBits, DataKey key, SecureRandom random) {
    if (segmentBits < LEAST_BITS || segmentBits > MOST_BITS) {
      throw new IllegalArgumentException(
          "a segment has 2^%d to 2^%d bytes, not 2^%d"
              .formatted(LEAST_BITS, MOST_BITS, segmentBits));
    }
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    return new EnvelopeHeader(segmentBits, salt, key.copies());
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MAGIC);
    out.write(segmentBits);
    out.write(copies.size());
    out.writeBytes(salt);
    for (WrappedKey copy : copies) {
      out.writeBytes(HexFormat.of().parseHex(copy.keyId()));
      out.write(copy.wrapped().length >> 8);
      out.write(copy.wrapped().length);
      out.writeBytes(copy.wrapped());
    }
    return out.toByteArray();
  }

  static EnvelopeHeader read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    try {
      if (!Arrays.equals(exactly(data, MAGIC.length), MAGIC)) {
        throw fault("it does not begin with " + new String(MAGIC, StandardCharsets.US_ASCII));
      }
      int bits = data.readUnsignedByte();
      int recipients = data.readUnsignedByte();
      if (bits < LEAST_BITS
          || bits > MOST_BITS
          || recipients < 1
          || recipients > DataKey.MOST_RECIPIENTS) {
        throw fault("segments of 2^%d bytes, %d recipients".formatted(bits, recipients));
      }
      byte[] salt = exactly(data, SALT);
      List<WrappedKey> copies = new ArrayList<>();
      for (int i = 0; i < recipients; i++) {
        copies.add(copy(data));
      }
      return new EnvelopeHeader(bits, salt, List.copyOf(copies));
    } catch (EOFException cut) {
      throw new EnvelopeException(Fault.TRUNCATED, "the envelope ends within its header");
    }
  }

  private static WrappedKey copy(DataInputStream data) throws IOException {
    String keyId = HexFormat.of().formatHex(exactly(data, KEY_ID));
    int length = data.readUnsignedShort();
    if (length > MOST_WRAPPED) {
      throw fault("a wrapped key of %d bytes, the most is %d".formatted(length, MOST_WRAPPED));
    }
    return new WrappedKey(keyId, exactly(data, length));
  }

  private static byte[] exactly(DataInputStream data, int count) throws IOException {
    byte[] bytes = new byte[count];
    data.readFully(bytes);
    return bytes;
  }

  private static EnvelopeException fault(String why) {
    return new EnvelopeException(Fault.NOT_AN_ENVELOPE, "not an envelope of version 1: " + why);
  }
}
