package io.zhidun.service.ruleset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One change of a site's rules.
 *
 * @param ruleId the rule; for a text that of its last correlation or rule
 * @param text what it puts; null for the other kinds
 */
record Change(Kind kind, String ruleId, @Nullable SiteText text) {
  Change {
    if ((kind == Kind.PUT) == (text == null)) {
      throw new IllegalArgumentException("change \"" + kind.label() + "\" and its text disagree");
    }
  }

  /** What becomes of the rule. */
  enum Kind {
    /** A text is added, or takes the place of one with the same id. */
    PUT,
    /** The site's text goes; a shipped rule with the id runs again. */
    REMOVE,
    /** A shipped rule does not run any more. */
    DISABLE,
    /** It runs again. */
    ENABLE;

    /**
     * @throws IllegalArgumentException naming the value when it is none of the four
     */
    @JsonCreator
    static Kind of(String label) {
      for (Kind kind : values()) {
        if (kind.label().equals(label)) {
          return kind;
        }
      }
      throw new IllegalArgumentException(
          "kind \"" + label + "\" is not one of put, remove, disable, enable");
    }

    @JsonValue
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Change put(String ruleId, SiteText text) {
    return new Change(Kind.PUT, ruleId, text);
  }

  static Change of(Kind kind, String ruleId) {
    return new Change(kind, ruleId, null);
  }
}
