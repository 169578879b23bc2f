package io.zhidun.collectors.testkit;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A record that reached a fake shipper.
 *
 * @param sequence its number
 * @param receivedMicros receive time
 * @param peer sender, or null
 * @param value the bytes
 */
public record ShippedRecord(
    long sequence, long receivedMicros, @Nullable String peer, byte[] value) {
  /** The bytes as text. */
  public String text() {
    return new String(value, StandardCharsets.UTF_8);
  }
}
