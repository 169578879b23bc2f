package io.zhidun.rules.sigma;

import io.zhidun.events.LogSource;
import java.util.List;
import java.util.Objects;

/**
 * A global filter as its file has it: what it is true of, the rules that it names do not match.
 *
 * @param id its id
 * @param name its title
 * @param logSource what the rules must read
 * @param rules ids or names of rules
 * @param suppressed what is filtered out
 * @param substance canonical text of what it decides by
 * @param line line in its file
 */
public record FilterDraft(
    String id,
    String name,
    LogSource logSource,
    List<String> rules,
    Expression suppressed,
    String substance,
    String path,
    int line) {
  public FilterDraft {
    Objects.requireNonNull(suppressed, "suppressed");
    rules = List.copyOf(rules);
  }

  /** A rule without the matches that are filtered out. */
  Expression applyTo(Expression condition) {
    return new Expression.All(
        List.of(
            condition, new Expression.Not(new Expression.Selection("filter " + name, suppressed))));
  }

  /** Whether it may be applied to a rule on these logs. */
  boolean covers(LogSource rule) {
    return agrees(logSource.category(), rule.category())
        && agrees(logSource.product(), rule.product())
        && agrees(logSource.service(), rule.service());
  }

  private static boolean agrees(
      @org.jspecify.annotations.Nullable String wanted,
      @org.jspecify.annotations.Nullable String actual) {
    return wanted == null || wanted.equals(actual);
  }
}
