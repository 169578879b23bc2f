package io.zhidun.events;

import java.util.Objects;

/**
 * Which rule, in which version, made a detection.
 *
 * @param id UUID of the rule
 * @param name kebab-case name
 * @param version digest of what the rule decides by: it changes when, and only when, the rule may
 *     detect something else
 * @param title for people
 */
public record RuleReference(String id, String name, String version, BilingualText title) {
  public RuleReference {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(title, "title");
  }
}
