package io.zhidun.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Which rules run: the shipped catalogue, without what is switched off, and the site's own texts,
 * which stand in place of shipped rules with the same ids. Written after the texts it names, so who
 * reads the topic in order has them all, or a later set follows. Key in {@link Topics#RULES}:
 * {@link #KEY}.
 *
 * @param number counts the site's sets from 1; 0 is the catalogue as shipped, which is not written
 * @param at when it was activated
 * @param author who proposed it
 * @param approver who consented, never the author
 * @param rules the site's texts in it
 * @param disabled ids of shipped rules that do not run
 */
public record LiveRuleSet(
    long number,
    Instant at,
    String author,
    String approver,
    List<Member> rules,
    Set<String> disabled) {
  public static final String KEY = "set";

  public LiveRuleSet {
    if (number < 1) {
      throw new IllegalArgumentException("number of a rule set must be at least 1, was " + number);
    }
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(approver, "approver");
    if (author.equals(approver)) {
      throw new IllegalArgumentException(
          "rule set " + number + " was proposed and approved by \"" + author + "\"");
    }
    rules = List.copyOf(rules);
    disabled = Set.copyOf(disabled);
    if (rules.stream().map(Member::id).distinct().count() < rules.size()) {
      throw new IllegalArgumentException("rule set " + number + " names a rule twice");
    }
  }

  /**
   * A text in the set.
   *
   * @param id as in {@link LiveRule}
   * @param version as in {@link LiveRule}
   */
  public record Member(String id, String version) {
    public Member {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(version, "version");
    }
  }
}
