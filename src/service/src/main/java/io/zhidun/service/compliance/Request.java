package io.zhidun.service.compliance;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one person asks for and another decides: that a requirement does not apply, or that it is
 * waived for a time.
 *
 * @param object an id, or * for all of the item
 * @param owner who answers for a waiver; empty for an exemption
 * @param by who asked
 * @param note of who decided or withdrew
 */
record Request(
    long id,
    Kind kind,
    String system,
    String item,
    String object,
    String reason,
    String owner,
    String compensatingMeasure,
    @Nullable LocalDate expiresOn,
    State state,
    String by,
    Instant at,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String note) {
  static final String ALL = "*";

  /** What is asked for. */
  enum Kind {
    /** 不适用. */
    EXEMPTION,
    WAIVER;

    @JsonValue
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How far it is. */
  enum State {
    PROPOSED,
    APPROVED,
    REFUSED,
    WITHDRAWN,
    /** A waiver after its day; never stored. */
    EXPIRED;

    @JsonValue
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }

  /** As it is on a day. */
  Request on(LocalDate day) {
    return state == State.APPROVED && expiresOn != null && day.isAfter(expiresOn)
        ? with(State.EXPIRED, decidedBy, decidedAt, note)
        : this;
  }

  Request with(State next, @Nullable String who, @Nullable Instant when, @Nullable String words) {
    return new Request(
        id,
        kind,
        system,
        item,
        object,
        reason,
        owner,
        compensatingMeasure,
        expiresOn,
        next,
        by,
        at,
        who,
        when,
        words);
  }
}
