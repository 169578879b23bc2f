package io.zhidun.rules.sigma;

import io.zhidun.events.BilingualText;
import io.zhidun.events.LogSource;
import io.zhidun.events.Severity;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as its file has it: references to other rules are not resolved yet.
 *
 * @param named whether its author gave it the name, so that others may refer to it
 * @param substance canonical text of what it decides by; its version is the digest
 * @param generate whether the rules it refers to detect alone
 * @param alone the author's word on whether it detects alone, or null for Sigma's default
 * @param line line in its file
 */
public record RuleDraft(
    String id,
    String name,
    boolean named,
    BilingualText title,
    Severity level,
    List<String> tags,
    LogSource logSource,
    Guidance guidance,
    Duration recovery,
    List<String> groupBy,
    @Nullable Expression condition,
    @Nullable Correlation correlation,
    String substance,
    boolean generate,
    @Nullable Boolean alone,
    String path,
    int line) {

  /** The same rule, which does not detect alone unless its author says that it does. */
  public RuleDraft silent() {
    return new RuleDraft(
        id,
        name,
        named,
        title,
        level,
        tags,
        logSource,
        guidance,
        recovery,
        groupBy,
        condition,
        correlation,
        substance,
        generate,
        alone == null ? Boolean.FALSE : alone,
        path,
        line);
  }
}
