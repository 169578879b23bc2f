package io.zhidun.service.filingcase;

import io.zhidun.service.web.Parameters;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a request is about. Values of one parameter are alternatives; different parameters
 * must all hold.
 *
 * @param assignees account names, or {@link #NOBODY}
 * @param from cases opened at or after this time, or null
 * @param to cases opened before this time, or null
 */
record CaseFilter(
    List<CaseState> states,
    List<Tier> tiers,
    List<String> kinds,
    List<String> registers,
    List<String> subjectTypes,
    List<String> assignees,
    @Nullable String text,
    @Nullable Instant from,
    @Nullable Instant to) {
  static final String NOBODY = "none";

  static CaseFilter read(Parameters parameters) {
    CaseFilter filter =
        new CaseFilter(
            parameters.each(
                "state",
                "must be one of pending, preliminary, notified, answered, withdrawn, confirmed,"
                    + " dismissed",
                CaseState::of),
            parameters.each("tier", "must be one of hint, warning, high-risk", Tier::of),
            parameters.each("kind", "must be a kind such as P1 or T10", CaseFilter::kind),
            parameters.each(
                "register",
                "must be patent or trademark",
                text -> one(text, "patent", "trademark")),
            parameters.each(
                "subjectType",
                "must be one of group, applicant, agency, agent, account",
                text -> one(text, SubjectRef.TYPES.toArray(new String[0]))),
            parameters.each("assignee", "must be an account's name, or none", CaseFilter::account),
            parameters.text("q", 256),
            parameters.time("from"),
            parameters.time("to"));
    if (filter.from != null && filter.to != null && !filter.from.isBefore(filter.to)) {
      parameters.fault("from", filter.from.toString(), "must be before to");
    }
    return filter;
  }

  private static String account(String text) {
    if (!text.matches("[a-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static String kind(String text) {
    if (!IncomingIndication.isKind(text)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static String one(String text, String... known) {
    if (!List.of(known).contains(text)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }
}
