package io.zhidun.service.filingcase;

import io.zhidun.service.web.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A move that a reviewer asks for.
 *
 * @param replyDays the term to reply, from now; counts where {@code to} is notified
 * @param outcomes whether each kind is confirmed, or null where none were given
 */
record CaseMove(CaseState to, String note, int replyDays, @Nullable Map<String, Boolean> outcomes) {
  private static final int DEFAULT_DAYS = 15;
  private static final int MOST_DAYS = 180;
  private static final int MOST_OUTCOMES = 50;

  /** A move as it came; everything that is wrong with it is a problem. */
  static CaseMove read(
      @Nullable String to,
      @Nullable String note,
      @Nullable Integer replyDays,
      @Nullable List<Outcome> outcomes) {
    int days = replyDays == null ? DEFAULT_DAYS : replyDays;
    if (days < 1 || days > MOST_DAYS) {
      throw Problems.invalid(
          "replyDays", Integer.toString(days), "must be between 1 and " + MOST_DAYS);
    }
    return new CaseMove(state(to), note(note), days, outcomes(outcomes));
  }

  private static CaseState state(@Nullable String to) {
    try {
      return CaseState.of(to == null ? "" : to);
    } catch (IllegalArgumentException e) {
      throw Problems.invalid("to", to == null ? "" : to, "must be a state of filing cases");
    }
  }

  /** A note that must be there. */
  static String note(@Nullable String note) {
    if (note == null || note.isBlank()) {
      throw Problems.invalid("note", "", "must not be empty");
    }
    if (note.length() > CaseTrail.MAX_NOTE) {
      throw Problems.invalid("note", note, "must be at most " + CaseTrail.MAX_NOTE + " characters");
    }
    return note;
  }

  private static @Nullable Map<String, Boolean> outcomes(@Nullable List<Outcome> given) {
    if (given == null || given.isEmpty()) {
      return null;
    }
    Map<String, Boolean> byKind = new LinkedHashMap<>();
    for (Outcome one : given) {
      String kind = one.kind == null ? "" : one.kind;
      if (!IncomingIndication.isKind(kind) || one.confirmed == null || byKind.containsKey(kind)) {
        throw Problems.invalid(
            "outcomes", kind, "must name each kind once and say whether it is confirmed");
      }
      byKind.put(kind, one.confirmed);
    }
    if (byKind.size() > MOST_OUTCOMES) {
      throw Problems.invalid(
          "outcomes", Integer.toString(byKind.size()), "must be at most " + MOST_OUTCOMES);
    }
    return byKind;
  }

  /** What somebody decides of one kind. */
  record Outcome(@Nullable String kind, @Nullable Boolean confirmed) {}

  /**
   * The outcome of each kind of a case that this move closes. Dismissing without a word means that
   * no kind is confirmed; confirming must say which are.
   */
  Map<String, Boolean> outcomesFor(FilingCase one) {
    Map<String, Boolean> decided = outcomes;
    if (decided == null) {
      if (to == CaseState.CONFIRMED) {
        throw Problems.invalid("outcomes", "", "must say of each kind whether it is confirmed");
      }
      decided = new LinkedHashMap<>();
      for (String kind : one.kinds) {
        decided.put(kind, false);
      }
    }
    Map<String, Boolean> given = decided;
    List<String> missing = one.kinds.stream().filter(kind -> !given.containsKey(kind)).toList();
    if (!missing.isEmpty()) {
      throw Problems.invalid("outcomes", missing.toString(), "must name every kind of the case");
    }
    if (decided.containsValue(true) != (to == CaseState.CONFIRMED)) {
      throw Problems.invalid(
          "outcomes",
          decided.toString(),
          to == CaseState.CONFIRMED
              ? "must confirm a kind when the case is confirmed"
              : "must confirm no kind when the case is dismissed");
    }
    return decided;
  }
}
