package io.zhidun.rules.compliance.record;

/**
 * Who decided.
 *
 * @param kind rule or person
 * @param name of the rule, or the account
 * @param version of the rule set; empty for a person
 */
public record Judge(Kind kind, String name, String version) {

  /** Rule or person. */
  public enum Kind {
    RULE,
    PERSON
  }
}
