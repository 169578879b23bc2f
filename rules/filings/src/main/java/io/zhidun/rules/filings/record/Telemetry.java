package io.zhidun.rules.filings.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a filing reached the office's system: what joins it with actions and with security events.
 *
 * @param account that submitted
 * @param device fingerprint
 * @param address IPv4 or IPv6, canonical
 * @param certificate serial of the signing certificate
 * @param payer hash of the paying account
 * @param uploads SHA-256 of each attachment
 */
public record Telemetry(
    @Nullable String account,
    @Nullable String session,
    @Nullable String client,
    @Nullable String device,
    @Nullable String address,
    @Nullable String certificate,
    @Nullable Hashed payer,
    @Nullable String invoiceTitle,
    @Nullable Instant formOpened,
    @Nullable Instant signed,
    List<String> uploads) {

  public static final Telemetry NONE =
      new Telemetry(null, null, null, null, null, null, null, null, null, null, List.of());

  public Telemetry {
    uploads = List.copyOf(uploads);
  }
}
