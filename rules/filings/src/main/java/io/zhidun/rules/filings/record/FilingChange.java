package io.zhidun.rules.filings.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a filing after it was filed.
 *
 * @param from who gave up the right; may be empty
 * @param to who received it; may be empty
 * @param inventors all inventors after an inventor change; else empty
 * @param target key of the owner whom a decision names, or null
 * @param reason as the form says, or null
 */
public record FilingChange(
    String applicationNumber,
    ChangeKind kind,
    Instant time,
    List<Party> from,
    List<Party> to,
    List<Person> inventors,
    @Nullable String target,
    @Nullable String reason)
    implements FilingRecord {

  public FilingChange {
    from = List.copyOf(from);
    to = List.copyOf(to);
    inventors = List.copyOf(inventors);
  }

  @Override
  public String id() {
    return applicationNumber + "/" + kind.wire() + "/" + time;
  }
}
