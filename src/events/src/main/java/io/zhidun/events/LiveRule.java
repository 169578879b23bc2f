package io.zhidun.events;

import java.util.Objects;

/**
 * The text of a rule that a site added, or put in place of a shipped one. Key in {@link
 * Topics#RULES}: its id.
 *
 * @param id id of the rule; of the last correlation where the text holds several rules
 * @param version digest of the text
 * @param path where it came from, for messages to people
 * @param text Sigma YAML, one document or several
 */
public record LiveRule(String id, String version, String path, String text) {
  /** Longest text in characters; a record must fit into Kafka's largest. */
  public static final int LONGEST = 256 << 10;

  public LiveRule {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(text, "text");
    if (id.isEmpty() || id.equals(LiveRuleSet.KEY)) {
      throw new IllegalArgumentException("id of a rule must not be \"" + id + "\"");
    }
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "text of rule "
              + id
              + " must have at most "
              + LONGEST
              + " characters, has "
              + text.length());
    }
    if (!version.equals(Digests.of(text))) {
      throw new IllegalArgumentException("version of rule " + id + " is not its text's digest");
    }
  }

  /** The text as it is now. */
  public static LiveRule of(String id, String path, String text) {
    return new LiveRule(id, Digests.of(text), path, text);
  }
}
