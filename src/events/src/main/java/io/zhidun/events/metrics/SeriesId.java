package io.zhidun.events.metrics;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Identity of a series: the first 128 bits of SHA-256 over its name and its labels in the order of
 * their names, each text behind its length in bytes (4 bytes, the highest first). A cryptographic
 * hash, since labels come from outside: nobody can make a series that falls into another's state.
 *
 * @param high the first 64 bits
 * @param low the other 64 bits
 */
public record SeriesId(long high, long low) implements Comparable<SeriesId> {
  /** Length in a record. */
  static final int BYTES = 2 * Long.BYTES;

  /** Only ever cloned. */
  private static final MessageDigest EMPTY = emptySha256();

  /** Id of a series whose labels are sorted by name. */
  static SeriesId of(String name, List<Label> sorted) {
    MessageDigest digest = sha256();
    byte[] length = new byte[Integer.BYTES];
    add(digest, length, name);
    for (Label label : sorted) {
      add(digest, length, label.name());
      add(digest, length, label.value());
    }
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    return new SeriesId(hash.getLong(), hash.getLong());
  }

  private static void add(MessageDigest digest, byte[] length, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer.wrap(length).putInt(bytes.length);
    digest.update(length);
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return (MessageDigest) EMPTY.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 of this platform cannot be cloned", e);
    }
  }

  private static MessageDigest emptySha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** As unsigned numbers. */
  @Override
  public int compareTo(SeriesId other) {
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  /** 32 hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
  }
}
