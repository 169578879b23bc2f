package io.zhidun.collectors.core.spool;

import io.zhidun.collectors.core.Stamp;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A record as the spool keeps it.
 *
 * @param stamp its place among the source's records
 * @param receivedMicros receive time in microseconds since the Unix epoch
 * @param peer sender's address, or null
 * @param value the bytes; not copied
 */
public record SpoolRecord(Stamp stamp, long receivedMicros, @Nullable String peer, byte[] value) {
  /** epoch, sequence, received, length of the peer. */
  private static final int FIXED = 3 * Long.BYTES + Byte.BYTES;

  private static final int MAX_PEER = 255;

  byte[] encode() {
    byte[] address = peer == null ? new byte[0] : peer.getBytes(StandardCharsets.US_ASCII);
    if (address.length > MAX_PEER) {
      throw new IllegalArgumentException("peer must have at most 255 characters, was " + peer);
    }
    return ByteBuffer.allocate(FIXED + address.length + value.length)
        .putLong(stamp.epoch())
        .putLong(stamp.sequence())
        .putLong(receivedMicros)
        .put((byte) address.length)
        .put(address)
        .put(value)
        .array();
  }

  int encodedLength() {
    return FIXED + (peer == null ? 0 : peer.length()) + value.length;
  }

  static SpoolRecord decode(byte[] body) {
    ByteBuffer in = ByteBuffer.wrap(body);
    Stamp stamp = new Stamp(in.getLong(), in.getLong());
    long received = in.getLong();
    byte[] address = new byte[in.get() & 0xff];
    in.get(address);
    byte[] value = new byte[in.remaining()];
    in.get(value);
    String peer = address.length == 0 ? null : new String(address, StandardCharsets.US_ASCII);
    return new SpoolRecord(stamp, received, peer, value);
  }
}
