package io.zhidun.service.ruleset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A change of rules on its way: drafted, proposed by its author, decided by somebody else.
 *
 * @param revision grows with every edit, so that who approves says what was looked at
 * @param base number of the set that the author saw when proposing
 * @param rollbackTo number of the set whose content it brings back, or null
 * @param decision what was said with approval or rejection
 * @param setNumber the set that its approval made, or null
 */
record Proposal(
    long id,
    int revision,
    State state,
    String title,
    String note,
    String author,
    Instant createdAt,
    Instant updatedAt,
    long base,
    @Nullable Long rollbackTo,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String decision,
    @Nullable Long setNumber) {

  /** Where it is on its way. */
  enum State {
    DRAFT,
    PROPOSED,
    APPROVED,
    REJECTED,
    WITHDRAWN;

    /**
     * @throws IllegalArgumentException naming the value when it is none of the five
     */
    @JsonCreator
    static State of(String label) {
      for (State state : values()) {
        if (state.label().equals(label)) {
          return state;
        }
      }
      throw new IllegalArgumentException(
          "state \"" + label + "\" is not one of draft, proposed, approved, rejected, withdrawn");
    }

    @JsonValue
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
