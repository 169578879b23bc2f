package io.zhidun.rules.filings.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a register says of an organisation, an agency or a protected mark from {@link #time} on.
 * Exactly the part that its kind names is not null.
 *
 * @param code unified social credit code, agency code, or id of the mark
 * @param name of the organisation or agency; the words of the mark
 */
public record EntityRecord(
    EntityKind kind,
    String code,
    String name,
    Instant time,
    @Nullable Organisation organisation,
    @Nullable Licence licence,
    @Nullable ProtectedMark protectedMark)
    implements FilingRecord {

  public EntityRecord {
    boolean whole =
        switch (kind) {
          case ORGANISATION -> organisation != null;
          case AGENCY -> licence != null;
          case PROTECTED_MARK -> protectedMark != null;
        };
    if (!whole) {
      throw new IllegalArgumentException(code + ": " + kind.wire() + " without its part");
    }
  }

  @Override
  public String id() {
    return kind.wire() + "/" + code + "/" + time;
  }
}
