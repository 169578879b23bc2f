package io.zhidun.rules.filings.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did on a filing system.
 *
 * @param system name of the system
 * @param account who did it
 * @param address IPv4 or IPv6, canonical, or null
 * @param agent number of the agent who signed, or null
 * @param agency code of the agency, or null
 * @param succeeded false where the system refused
 * @param formSeconds from opening the form to submitting it, or NaN
 * @param uploads SHA-256 of each attachment
 */
public record FilingAction(
    Instant time,
    ActionKind kind,
    String system,
    String account,
    @Nullable String session,
    @Nullable String client,
    @Nullable String device,
    @Nullable String address,
    @Nullable String certificate,
    @Nullable Hashed phone,
    @Nullable String agent,
    @Nullable String agency,
    @Nullable String applicationNumber,
    boolean succeeded,
    double formSeconds,
    List<String> uploads)
    implements FilingRecord {

  public FilingAction {
    uploads = List.copyOf(uploads);
  }

  @Override
  public String id() {
    return account
        + "/"
        + kind.wire()
        + "/"
        + time
        + (applicationNumber == null ? "" : "/" + applicationNumber);
  }
}
